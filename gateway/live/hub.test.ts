import { parse } from 'graphql'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defaultLimits } from '../../kit/limits.ts'
import { createLogger } from '../../kit/log.ts'
import { LiveHub } from './hub.ts'
import { shownSet, type SetFrame } from './testing/test-live-query.ts'
import { noRuns } from './testing/test-delivery.ts'
import { TestLog } from './testing/test-log.ts'
import { anonymous, breakableBus, formatted, TestReader } from './testing/test-reader.ts'
import { graphSchema } from './testing/test-schema.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('the sweep finds the edit of a zone that nobody was told of, also for a live query without a member', async () => {
  const log = new TestLog()
  const hub = new LiveHub({
    graph: {
      schema: graphSchema,
      execute: () => Promise.reject(new Error('nothing to fetch')),
      ready: () => Promise.resolve(true),
      stop: () => Promise.resolve(),
    },
    bus: breakableBus(),
    source: Object.assign(log, noRuns),
    log: createLogger({ level: 'silent', name: 'test' }),
    format: formatted,
    limits: defaultLimits,
  })
  log.write('inst-0000000a', {})
  const reader = new TestReader<SetFrame>()
  const document = parse(
    'subscription { instancesChanged(filter: { zoneId: "z" }) { change instance { id revision } } }',
  )
  const membership = hub.subscribe(
    { document, caller: { viewer: anonymous, authorization: null, requestId: 'r' } },
    reader,
  )
  await vi.advanceTimersByTimeAsync(100)
  log.sets.set('z', ['inst-0000000a'])
  await vi.advanceTimersByTimeAsync(31_000)
  log.sets.set('z', [])
  await vi.advanceTimersByTimeAsync(31_000)
  expect(shownSet(reader.frames)).toEqual(['CAUGHT_UP', 'ENTER inst-0000000a@1', 'LEAVE inst-0000000a@1'])
  membership.stop()
  hub.stop()
})
