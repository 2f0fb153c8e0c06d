import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pruneActivities } from '../../../services/runtime/store/activities/activity-log.ts'
import { ask, refusal } from '../../support/graph/graph-client.ts'
import { publishScreen, write, writes } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { newToken } from '../../support/graph/graph-principals.ts'
import { Installation } from '../../support/installation.ts'
import { adminKey } from '../../support/marquee.ts'

type Activity = {
  id: string
  action: string
  actor: { id: string; displayName: string } | null
  resourceType: string
  resourceId: string
  before: unknown
  after: unknown
  changeId: string
  at: string
}
type Page = { nodes: Activity[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null } }

const read = `query ($filter: ActivityFilter, $first: Int, $after: String) {
  activities(filter: $filter, first: $first, after: $after) {
    nodes { id action actor { id displayName } resourceType resourceId before after changeId at }
    totalCount pageInfo { hasNextPage endCursor } } }`

eachMode('the audit log (S1-24, R40)', (marquee) => {
  let auditor: string
  let operator: { principalId: string; token: string }
  let viewer: string
  let id: string
  beforeAll(async () => {
    auditor = (await newToken(marquee, 'HUMAN', 'AUDITOR')).token
    operator = await newToken(marquee, 'HUMAN', 'OPERATOR')
    viewer = (await newToken(marquee, 'HUMAN', 'VIEWER')).token
    const { typeKey } = await publishScreen(marquee)
    id = (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, props: { title: 'before' } })).instance
      .id
  })
  const activities = async (filter: object, page: object = {}, key: string | null = auditor) =>
    (await ask<{ activities: Page }>(marquee, read, { filter, ...page }, key)).activities
  const exported = async (search: string, key: string | null = auditor) =>
    fetch(`${marquee.url}/activities.ndjson${search}`, {
      headers: key === null ? {} : { authorization: `Bearer ${key}` },
    })

  it('tells an auditor who changed what, when, from what to what, in which change', async () => {
    const { patchProps } = await ask<{ patchProps: { changeId: string } }>(
      marquee,
      writes.patchProps,
      { input: { id, patch: { title: 'after' } } },
      operator.token,
    )
    const { nodes, totalCount } = await activities({ changeId: patchProps.changeId })
    expect(totalCount).toBe(1)
    expect(nodes).toMatchObject([
      {
        action: 'instance.props-patched',
        actor: { id: operator.principalId, displayName: 'HUMAN' },
        resourceType: 'Instance',
        resourceId: id,
        changeId: patchProps.changeId,
      },
    ])
    expect(JSON.stringify(nodes[0]?.before)).toContain('before')
    expect(JSON.stringify(nodes[0]?.after)).toContain('after')
    expect(Math.abs(Date.parse(nodes[0]?.at as string) - Date.now())).toBeLessThan(60_000)
  })

  it('is filtered by actor, action, thing and time', async () => {
    const of = { actorId: operator.principalId }
    const { nodes } = await activities(of)
    expect(nodes.length).toBeGreaterThan(0)
    expect(new Set(nodes.map(({ actor }) => actor?.id))).toEqual(new Set([operator.principalId]))
    const { at } = nodes[0] as Activity
    expect((await activities({ ...of, since: at })).nodes.map((node) => node.id)).toContain(nodes[0]?.id)
    expect((await activities({ ...of, until: at })).nodes.map((node) => node.id)).not.toContain(nodes[0]?.id)
    expect((await activities({ resourceId: id, actions: ['instance.created'] })).totalCount).toBe(1)
    expect((await activities({ resourceId: id, actions: ['instance.deleted'] })).totalCount).toBe(0)
    expect((await activities({ resourceId: id, resourceType: 'Run' })).totalCount).toBe(0)
  })

  it('comes in pages, newest first, without a gap or a repeat', async () => {
    const until = new Date().toISOString()
    const whole = (await activities({ until }, { first: 200 })).nodes.map((node) => node.id)
    const paged: string[] = []
    for (let after: string | null = null; ;) {
      const page: Page = await activities({ until }, { first: 3, after })
      paged.push(...page.nodes.map((node) => node.id))
      after = page.pageInfo.endCursor
      if (!page.pageInfo.hasNextPage) break
    }
    expect(paged).toEqual(whole)
    expect((await refusal(marquee, read, { after: 'nonsense' }, auditor)).extensions.code).toBe('BAD_USER_INPUT')
  })

  it('is exported as a line of JSON for each, oldest first', async () => {
    const until = new Date().toISOString()
    const whole = (await activities({ until }, { first: 200 })).nodes.map((node) => node.id)
    const response = await exported(`?until=${encodeURIComponent(until)}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('application/x-ndjson')
    const lines = (await response.text()).trimEnd().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as Activity).id).reverse()).toEqual(whole)
    const created = await exported(`?resourceId=${id}&actions=instance.created`)
    expect(JSON.parse(await created.text())).toMatchObject({ resourceId: id, action: 'instance.created' })
    expect((await exported('?until=yesterday')).status).toBe(400)
    expect((await exported('?whatever=1')).status).toBe(400)
  })

  it('is for the roles AUDITOR and OWNER: what AUDITOR may more than VIEWER', async () => {
    const owner = (await newToken(marquee, 'HUMAN', 'OWNER')).token
    for (const key of [owner, adminKey]) expect((await activities({}, {}, key)).nodes.length).toBeGreaterThan(0)
    for (const [key, code, status] of [
      [viewer, 'FORBIDDEN', 403],
      [operator.token, 'FORBIDDEN', 403],
      [null, 'UNAUTHENTICATED', 401],
    ] as const) {
      expect((await refusal(marquee, read, {}, key)).extensions.code).toBe(code)
      expect((await exported('', key)).status).toBe(status)
    }
  })

  const attempts: [string, string, () => object, () => string][] = [
    ['patchProps', writes.patchProps, () => ({ id, patch: { title: 'no' } }), () => id],
    ['addTags', writes.addTags, () => ({ id, tags: ['no'] }), () => id],
    [
      'issueToken',
      'mutation ($input: IssueTokenInput!) { issueToken(input: $input) { token } }',
      () => ({ principalId: 'someone' }),
      () => 'someone',
    ],
  ]
  it.each(attempts)('tells of a forbidden attempt: %s', async (mutation, document, input, target) => {
    const { principalId, token } = await newToken(marquee, 'HUMAN', 'VIEWER')
    expect((await refusal(marquee, document, { input: input() }, token)).extensions.code).toBe('FORBIDDEN')
    expect((await activities({ actorId: principalId })).nodes).toMatchObject([
      {
        action: 'mutation.refused',
        actor: { id: principalId },
        resourceType: 'Mutation',
        resourceId: mutation,
        after: { code: 'FORBIDDEN', target: target() },
      },
    ])
  })

  it('has no row of attempts without a key, which anybody could make', async () => {
    const refused = { actions: ['mutation.refused'] }
    const before = (await activities(refused)).totalCount
    await refusal(marquee, writes.patchProps, { input: { id, patch: {} } }, null)
    expect((await activities(refused)).totalCount).toBe(before)
  })
})

describe('the audit log in the database', () => {
  let home: Installation
  beforeAll(async () => {
    home = await Installation.start()
  })
  afterAll(() => home.stop())
  const count = async () =>
    (await home.pool.query<{ n: number }>('SELECT count(*) AS n FROM runtime.activity')).rows[0]?.n as number

  it.each([
    `UPDATE runtime.activity SET actor_id = 'nobody'`,
    'DELETE FROM runtime.activity',
    'TRUNCATE runtime.activity',
  ])('is append-only: %s', async (statement) => {
    const before = await count()
    expect(before).toBeGreaterThan(0)
    await expect(home.pool.query(statement)).rejects.toThrow('append-only')
    expect(await count()).toBe(before)
  })

  it('loses what is older than its retention, and nothing else', async () => {
    const kept = await count()
    await home.pool.query(
      `INSERT INTO runtime.activity (id, tenant_id, action, resource_type, resource_id, change_id, at)
       SELECT 'act-old' || n, 't', 'a.b', 'R', 'r', 'c', now() - interval '31 days' FROM generate_series(1, 2500) n`,
    )
    await pruneActivities(home.pool, 30)
    expect(await count()).toBe(kept)
  })
})
