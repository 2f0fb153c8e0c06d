import { afterEach, expect, it } from 'vitest'
import { SubgraphClient } from '../../gateway/subgraph-client.ts'
import { AppError } from '../../kit/errors/app-error.ts'
import { createApp } from '../../kit/http/create-app.ts'
import { defaultLimits } from '../../kit/limits.ts'
import { createLogger } from '../../kit/log.ts'
import { httpFeedSource } from './runtime-feeds.ts'

const log = createLogger({ level: 'silent', name: 'test' })
const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

it('names each read of the hub by an id of its own, which a refusal tells to the log of the gateway', async () => {
  const seen: string[] = []
  const app = createApp({ log, service: 'runtime', limits: defaultLimits })
  undo.push(() => app.close())
  app.post('/internal/heads', (request) => {
    seen.push(request.id)
    return { answer: [['inst-1', 4]] }
  })
  app.post('/internal/search', (request) => {
    seen.push(request.id)
    throw new AppError('BAD_USER_INPUT', { public: 'The filter is wrong.' })
  })
  const client = new SubgraphClient('runtime', [await app.listen({ host: '127.0.0.1', port: 0 })])
  undo.push(() => client.close())
  const source = httpFeedSource(client)
  expect(await source.heads(['inst-1'])).toEqual(new Map([['inst-1', 4]]))
  await source.heads(['inst-1'])
  const refused = await source
    .search({} as never, {} as never, { first: 1, after: null })
    .catch((error: unknown) => error)
  expect(new Set(seen).size).toBe(3)
  expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', internal: `/internal/search, request ${seen[2]}` })
  // Our own ids come through as they are: the runtime did not have to make one.
  expect(seen.every((id) => /^[0-9a-f-]{36}$/.test(id))).toBe(true)
})
