import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../support/graph/graph-client.ts'
import { publishScreen, write } from '../../support/graph/graph-data.ts'
import { startMs } from '../../support/graph/graph-modes.ts'
import { mistakes, questions, type Document, type Known } from '../../support/graph/graph-documents.ts'
import { adminKey, startMarquee, startPart, stopPart, type Part, type RunningMarquee } from '../../support/marquee.ts'
import { describeRedis, redisUrl } from '../../support/redis.ts'

/** The answer as it stands on the wire; both are told one request id, so that nothing need be normalised. */
async function bytes(
  { url }: { url: string },
  { key, ...request }: Document,
): Promise<{ status: number; text: string }> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'x-request-id': 'parity',
    ...(key === null ? {} : { authorization: `Bearer ${adminKey}` }),
  }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(request) })
  return { status: response.status, text: await response.text() }
}

describeRedis('one process and five answer with the same bytes', () => {
  const known = {
    id: '',
    privateId: '',
    childId: '',
    typeKey: '',
    definitionId: '',
    versionId: '',
    tag: 'tag',
    cursor: '',
  } satisfies Known
  let five: RunningMarquee
  let one: Part

  beforeAll(async () => {
    five = await startMarquee({ mode: 'distributed' })
    one = await startPart('all', {
      DATABASE_URL: five.databaseUrl as string,
      REDIS_URL: redisUrl() as string,
      PORT: '0',
      MARQUEE_ADMIN_KEY: adminKey,
      MARQUEE_DEMO: 'off',
      LOG_LEVEL: 'info',
    })
    const screen = await publishScreen(five)
    await publishScreen(five, { typeKey: screen.typeKey, version: '1.1.0' })
    const create = async (name: string, input: object = {}) =>
      (
        await write(five, 'createInstance', {
          definitionTypeKey: screen.typeKey,
          visibility: 'PUBLIC',
          name,
          placement: { location: 'here', geo: { lat: 10, lng: 20 }, tags: ['tag', name] },
          ...input,
        })
      ).instance.id
    const [id, privateId] = [
      await create('first', { props: { level: 'info' } }),
      await create('second', { visibility: 'PRIVATE' }),
    ]
    const childId = await create('third', { parentId: privateId })
    await write(five, 'patchProps', { id, patch: { count: 3 } })
    await write(five, 'updateInstance', { id, metadata: { a: [1, null] } })
    await write(five, 'addTags', { id, tags: ['late'] })
    await ask(
      five,
      'mutation { upsertLocation(input: { id: "here", name: "Here", timezone: "UTC" }) { location { id } } }',
    )
    const page = await ask<{ instances: { pageInfo: { endCursor: string } } }>(
      five,
      '{ instances(orderBy: CREATED_ASC, first: 1) { pageInfo { endCursor } } }',
    )
    Object.assign(known, screen, { id, privateId, childId, cursor: page.instances.pageInfo.endCursor })
  }, startMs)

  afterAll(async () => {
    if (one) await stopPart(one)
    await five?.stop()
  })

  describe.each([
    ['to a question', questions, false],
    ['to a mistake', mistakes, true],
  ] as const)('%s:', (_, documents, refused) => {
    it.each(Object.keys(documents(known)))('%s', async (name) => {
      const document = documents(known)[name] as Document
      const answers = [await bytes(five, document), await bytes(one, document)]
      expect(answers[1]).toEqual(answers[0])
      const { errors } = JSON.parse(answers[0]!.text) as { errors?: { extensions: { code: string } }[] }
      expect(errors !== undefined, answers[0]!.text.slice(0, 300)).toBe(refused)
      for (const { extensions } of errors ?? []) expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR')
    })
  })

  it('names in each error the service that raised it, in one process too', async () => {
    const { id, definitionId } = known
    const expected: [string, string][] = [
      ['{ instances(first: 0) { totalCount } }', 'runtime'],
      ['{ x: nearby(lat: 91, lng: 0) { distanceMeters } }', 'placement'],
      ['{ definition { id } }', 'catalogue'],
      [
        `{ definition(id: "${definitionId}") { ...F } } fragment F on Definition { all: instances(first: 0) { totalCount } }`,
        'runtime',
      ],
      [`{ instance(id: "${id}") { definition { versions(first: 0) { totalCount } } } }`, 'catalogue'],
      ['{ nope }', 'gateway'],
    ]
    for (const [query, service] of expected) {
      for (const at of [five, one]) {
        const { errors } = JSON.parse((await bytes(at, { query })).text) as {
          errors: { extensions: { service: string } }[]
        }
        expect(
          errors.map(({ extensions }) => extensions.service),
          query,
        ).toEqual([service])
      }
    }
  })
})
