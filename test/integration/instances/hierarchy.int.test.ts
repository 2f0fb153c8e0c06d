import { beforeAll, describe, expect, it } from 'vitest'
import { ask, pointersOf, refusal, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, publishVersion, write, type Definition } from '../../support/graph/graph-data.ts'
import { lifeMutations, lifeOf, live, refused, type Life } from '../../support/graph/graph-lives.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'

type Input = Record<string, unknown>
type Ids = { id: string }[]
type Page = { totalCount: number; nodes: Ids; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
type Window = { start: string; end: string } | null

const pageFields = '{ totalCount nodes { id } pageInfo { hasNextPage endCursor } }'
const ids = (nodes: Ids) => nodes.map(({ id }) => id)

eachMode('the tree of instances', (marquee) => {
  let screen: Definition
  let hopper: Definition
  const create = async (input: Input = {}): Promise<Life> =>
    (await live(marquee, 'create', { definitionTypeKey: screen.typeKey, ...input })).instance
  const createHopper = (input: Input = {}) => create({ kind: 'HOPPER', definitionTypeKey: hopper.typeKey, ...input })
  const ofKind = async (kind: string) => (await publishVersion(marquee, { kind })).typeKey
  const field = async <Value>(id: string, selection: string): Promise<Value> => {
    const { instance } = await ask<{ instance: Record<string, Value> }>(
      marquee,
      `query ($id: ID!) { instance(id: $id) { ${selection} } }`,
      { id },
    )
    return Object.values(instance)[0] as Value
  }
  const tree = async (rootId: string, args = ''): Promise<Page> =>
    (
      await ask<{ instanceTree: Page }>(
        marquee,
        `query ($id: ID!) { instanceTree(rootId: $id${args}) ${pageFields} }`,
        { id: rootId },
      )
    ).instanceTree

  beforeAll(async () => {
    screen = await publishScreen(marquee)
    hopper = await publishVersion(marquee, { kind: 'SCOPE_CONFIG' })
  })

  describe('reading it', () => {
    /** root > (a > (a1 > a11, a2), b) */
    const family = async () => {
      const root = await create()
      const a = await create({ parentId: root.id })
      const a1 = await create({ parentId: a.id })
      const a11 = await create({ parentId: a1.id })
      const a2 = await create({ parentId: a.id })
      const b = await create({ parentId: root.id })
      return { root: root.id, a: a.id, a1: a1.id, a11: a11.id, a2: a2.id, b: b.id }
    }

    it('S2-16, S3-08, S3-27, S3-28, S3-29: children, ancestors, descendants and parent', async () => {
      const { root, a, a1, a11, a2, b } = await family()
      expect(ids((await field<Page>(root, `children ${pageFields}`)).nodes)).toEqual([a, b])
      expect(await field<Page>(a, `children ${pageFields}`)).toMatchObject({
        totalCount: 2,
        pageInfo: { hasNextPage: false },
      })
      expect(ids(await field<Ids>(a11, 'ancestors { id }'))).toEqual([a1, a, root])
      expect(await field(root, 'ancestors { id }')).toEqual([])
      expect(ids((await field<Page>(root, `descendants ${pageFields}`)).nodes)).toEqual([a, a1, a11, a2, b])
      expect(await field<Page>(root, `descendants(maxDepth: 2) ${pageFields}`)).toMatchObject({
        totalCount: 4,
        nodes: [{ id: a }, { id: a1 }, { id: a2 }, { id: b }],
      })
      expect(await field(a1, 'parent { id }')).toEqual({ id: a })
    })

    it('S3-26, S3-46: instanceTree has the root and all below it, parents before children, to the depth that is asked for', async () => {
      const { root, a, a1, a11, a2, b } = await family()
      expect(await tree(root)).toMatchObject({ totalCount: 6, nodes: [root, a, a1, a11, a2, b].map((id) => ({ id })) })
      expect(ids((await tree(root, ', maxDepth: 1')).nodes)).toEqual([root, a, b])
      expect(await tree(root, ', maxDepth: 0')).toMatchObject({ totalCount: 1, nodes: [{ id: root }] })
      expect(ids((await tree(a)).nodes)).toEqual([a, a1, a11, a2])
      const missing = await refusal(marquee, `{ instanceTree(rootId: "inst-zzzzzzzz") ${pageFields} }`)
      expect(missing.extensions.code).toBe('NOT_FOUND')
    })

    it.each([1, 2, 4])(
      'pages of %i put together are the whole, also when the row that ended one is gone',
      async (first) => {
        const { root, a, a1, a11, a2, b } = await family()
        const seen: string[] = []
        let after = ''
        for (let more = true; more;) {
          const page = await tree(root, `, first: ${first}${after}`)
          seen.push(...ids(page.nodes))
          if (seen.includes(a2) && !seen.includes(b)) await live(marquee, 'move', { id: a2 })
          more = page.pageInfo.hasNextPage
          after = `, after: "${page.pageInfo.endCursor}"`
        }
        expect(seen).toEqual([root, a, a1, a11, a2, b])
      },
    )

    it('pages of children are the whole, and a cursor of another list is refused', async () => {
      const { root, a, b } = await family()
      const first = await field<Page>(root, `children(first: 1) ${pageFields}`)
      expect(first).toMatchObject({ nodes: [{ id: a }], pageInfo: { hasNextPage: true } })
      const cursor = first.pageInfo.endCursor
      expect(ids((await field<Page>(root, `children(first: 1, after: "${cursor}") ${pageFields}`)).nodes)).toEqual([b])
      for (const selection of [
        `descendants(after: "${cursor}")`,
        'children(after: "x")',
        'children(first: 201)',
        'descendants(maxDepth: -1)',
      ]) {
        const said = await refusal(marquee, `query ($id: ID!) { instance(id: $id) { ${selection} ${pageFields} } }`, {
          id: root,
        })
        expect(said.extensions.code, selection).toBe('BAD_USER_INPUT')
      }
    })

    it('shows strangers what is PUBLIC, wherever it stands, and nothing else', async () => {
      const root = await create({ visibility: 'PUBLIC' })
      const hidden = await create({ parentId: root.id })
      const shown = await create({ parentId: hidden.id, visibility: 'PUBLIC' })
      const query = `query ($id: ID!) { instance(id: $id) { ancestors { id } children ${pageFields} descendants ${pageFields} } }`
      const asStranger = async (id: string) =>
        (await ask<{ instance: { ancestors: Ids; children: Page; descendants: Page } }>(marquee, query, { id }, null))
          .instance
      const above = await asStranger(root.id)
      expect(above.children).toMatchObject({ totalCount: 0, nodes: [] })
      expect(above.descendants).toMatchObject({ totalCount: 1, nodes: [{ id: shown.id }] })
      expect(ids((await asStranger(shown.id)).ancestors)).toEqual([root.id])
    })

    it('S3-31, S3-32, S3-33, S3-34: instances of a scope, a project and a state are a filter', async () => {
      const name = unique()
      const { id } = await create({ name, scope: 'ORCHESTRATION' })
      await live(marquee, 'start', { id })
      await create({ name, scope: 'PROJECT' })
      const list = `query ($f: InstanceFilter) { instances(filter: $f) ${pageFields} }`
      const found = async (filter: Input) =>
        ids((await ask<{ instances: Page }>(marquee, list, { f: { nameContains: name, ...filter } })).instances.nodes)
      expect(await found({ scopes: ['ORCHESTRATION'], lifecycles: ['ACTIVE'] })).toEqual([id])
      expect(await found({ scopes: ['ORCHESTRATION'], lifecycles: ['CREATED'] })).toEqual([])
      expect(await found({})).toHaveLength(2)
    })
  })

  describe('windows (S2-18, S2-20)', () => {
    const slot = { start: '2030-01-01T08:00:00.000Z', end: '2030-01-01T18:00:00.000Z' }

    it('an untimed instance has the window of the nearest ancestor that has one, and refuses its own', async () => {
      const session = await create({ kind: 'SESSION', definitionTypeKey: await ofKind('SESSION'), timeslot: slot })
      const part = await create({ kind: 'SESSION_PART', definitionTypeKey: await ofKind('PART'), parentId: session.id })
      const jobKey = await ofKind('JOB')
      const job = await create({ kind: 'JOB', definitionTypeKey: jobKey, parentId: part.id })
      expect(await field<Window>(job.id, 'effectiveWindow { start end }')).toEqual(slot)
      expect(await field<Window>(session.id, 'effectiveWindow { start end }')).toEqual(slot)
      expect(await field<Window>(job.id, 'timeslot { start end }')).toBeNull()
      expect(await field<Window>((await create()).id, 'effectiveWindow { start end }')).toBeNull()
      const input = { kind: 'JOB', definitionTypeKey: jobKey, parentId: part.id }
      expect((await refused(marquee, 'create', { ...input, timeslot: slot })).extensions.code).toBe('UNTIMED_INSTANCE')
      const alone = await refused(marquee, 'create', { ...input, parentId: null })
      expect(alone.extensions.code).toBe('BAD_USER_INPUT')
      expect(pointersOf(alone)).toEqual(['/parentId'])
      expect((await refused(marquee, 'move', { id: job.id })).extensions.code).toBe('BAD_USER_INPUT')
      expect((await refused(marquee, 'move', { id: job.id, parentId: session.id })).extensions).toMatchObject({
        code: 'SCOPE_VIOLATION',
        details: { allowed: ['SESSION_PART', 'POD', 'HOST'] },
      })
    })
  })

  describe('scopes and limits', () => {
    it('S3-30: no display takes the one GLOBAL place, and what is GLOBAL names no project', async () => {
      const display = await refused(marquee, 'create', { definitionTypeKey: screen.typeKey, scope: 'GLOBAL' })
      expect([display.extensions.code, pointersOf(display)]).toEqual(['SCOPE_VIOLATION', ['/scope']])
      const input = {
        kind: 'HOPPER',
        definitionTypeKey: hopper.typeKey,
        scope: 'GLOBAL',
        projectId: '00000000-0000-0000-0000-000000000013',
      }
      const named = await refused(marquee, 'create', input)
      expect([named.extensions.code, pointersOf(named)]).toEqual(['BAD_USER_INPUT', ['/projectId']])
    })

    it('S3-30, S3-36: of fifty that race to be GLOBAL exactly one is, and the others are told which', async () => {
      const attempts = Array.from({ length: 50 }, (_, index) => ({
        kind: 'HOPPER',
        definitionTypeKey: hopper.typeKey,
        scope: 'GLOBAL',
        ...(index % 2 ? { name: 'Global' } : {}),
      }))
      const made = await Promise.allSettled(attempts.map((input) => live(marquee, 'create', input)))
      expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const { globalInstance } = await ask<{ globalInstance: { id: string; config: object; project: null } }>(
        marquee,
        '{ globalInstance { id config project { id } } }',
      )
      for (const result of made)
        if (result.status === 'rejected')
          expect(String(result.reason)).toMatch(new RegExp(`SINGLETON_EXISTS.*${globalInstance.id}`))
      expect(globalInstance.project).toBeNull()
      expect(globalInstance.config).toMatchObject({
        scope: 'GLOBAL',
        limits: { max_child_instances: 100 },
        routing: { strategy: 'intelligent' },
      })
      expect((await refused(marquee, 'create', attempts[0] as Input)).extensions).toMatchObject({
        code: 'SINGLETON_EXISTS',
        details: { id: globalInstance.id },
      })

      const project = await createHopper({ parentId: globalInstance.id })
      expect(await lifeOf(marquee, project.id)).toMatchObject({ parent: { id: globalInstance.id } })
      for (const verb of ['start', 'stop', 'archive'] as const) await live(marquee, verb, { id: globalInstance.id })
      expect(await ask(marquee, '{ globalInstance { id } }')).toEqual({ globalInstance: null })
      expect(
        (await refused(marquee, 'create', { definitionTypeKey: screen.typeKey, parentId: globalInstance.id }))
          .extensions.code,
      ).toBe('INVALID_TRANSITION')
    })

    it('a SINGLETON is one of its definition and project while it lives', async () => {
      const { typeKey } = await publishScreen(marquee)
      const input = { definitionTypeKey: typeKey, persistence: 'SINGLETON' }
      const made = await Promise.allSettled(Array.from({ length: 8 }, () => create(input)))
      const [first, ...more] = made.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
      expect(more).toEqual([])
      const { id } = first as Life
      expect((await refused(marquee, 'create', input)).extensions).toMatchObject({
        code: 'SINGLETON_EXISTS',
        details: { id },
      })
      for (const verb of ['start', 'stop', 'archive'] as const) await live(marquee, verb, { id })
      expect((await create(input)).lifecycle).toBe('CREATED')
    })

    it('S3-55, S3-37: a child reaches no further than its parent', async () => {
      const orchestration = await createHopper({ scope: 'ORCHESTRATION' })
      expect(
        (
          await refused(marquee, 'create', {
            definitionTypeKey: screen.typeKey,
            parentId: orchestration.id,
            scope: 'PROJECT',
          })
        ).extensions,
      ).toMatchObject({
        code: 'SCOPE_VIOLATION',
        details: { child: 'PROJECT', parent: 'ORCHESTRATION', allowed: ['ORCHESTRATION'] },
      })
      expect((await create({ parentId: orchestration.id, scope: 'ORCHESTRATION' })).parent).toEqual({
        id: orchestration.id,
      })
    })

    it('S3-05, S3-21: the config of a HOPPER obeys its scope, when it is made and when it is changed', async () => {
      const bad = await refused(marquee, 'create', {
        kind: 'HOPPER',
        definitionTypeKey: hopper.typeKey,
        config: { routing: { strategy: 'magic' } },
      })
      expect(bad.extensions.code).toBe('SCHEMA_VIOLATION')
      expect(pointersOf(bad)).toEqual(['/config/routing/strategy'])
      const { id } = await createHopper({ config: { routing: { strategy: 'intelligent' } } })
      const { instance } = await write(marquee, 'updateInstance', {
        id,
        config: { limits: { max_child_instances: 3 } },
      })
      expect(instance.config).toMatchObject({ routing: { strategy: 'rules' }, limits: { max_child_instances: 3 } })
      const update = 'mutation ($input: UpdateInstanceInput!) { updateInstance(input: $input) { revision } }'
      expect(
        (await refusal(marquee, update, { input: { id, config: { limits: { max_child_instances: 'all' } } } }))
          .extensions.code,
      ).toBe('SCHEMA_VIOLATION')
    })

    it('S3-24: limits.max_child_instances holds in a race, and counts the living only', async () => {
      const { id: parentId } = await createHopper({ config: { limits: { max_child_instances: 3 } } })
      const made = await Promise.allSettled(Array.from({ length: 10 }, () => create({ parentId })))
      const children = made.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
      expect(children).toHaveLength(3)
      const outside = await create()
      expect((await refused(marquee, 'move', { id: outside.id, parentId })).extensions).toMatchObject({
        code: 'LIMIT_REACHED',
        details: { limit: 3, parentId },
      })
      for (const verb of ['start', 'stop', 'archive'] as const) await live(marquee, verb, { id: children[0]?.id })
      expect((await live(marquee, 'move', { id: outside.id, parentId })).instance.parent).toEqual({ id: parentId })
    })
  })

  describe('moveInstance', () => {
    it('makes one revision with the new parent, and none where it already stands', async () => {
      const [parent, child] = [await create(), await create()]
      const { instance, revision } = await live(marquee, 'move', {
        id: child.id,
        parentId: parent.id,
        expectedRevision: 1,
      })
      expect(instance).toMatchObject({ parent: { id: parent.id }, revision: 2 })
      expect((await live(marquee, 'move', { id: child.id, parentId: parent.id })).revision).toBe(revision)
      expect((await live(marquee, 'move', { id: child.id })).instance.parent).toBeNull()
      expect((await refused(marquee, 'move', { id: child.id, parentId: 'inst-zzzzzzzz' })).extensions.code).toBe(
        'NOT_FOUND',
      )
      expect(
        (await refused(marquee, 'move', { id: child.id, parentId: parent.id, expectedRevision: 1 })).extensions,
      ).toMatchObject({ code: 'CONFLICT', details: { currentRevision: 3 } })
    })

    it('never closes a ring: not under itself, not under what is below it', async () => {
      const root = await create()
      const child = await create({ parentId: root.id })
      const grandchild = await create({ parentId: child.id })
      expect((await refused(marquee, 'move', { id: root.id, parentId: root.id })).extensions.code).toBe('CYCLE')
      expect((await refused(marquee, 'move', { id: root.id, parentId: grandchild.id })).extensions).toMatchObject({
        code: 'CYCLE',
        details: { path: [root.id, child.id, grandchild.id] },
      })
    })

    it('never closes a ring in a race: of two moves that close one together, one is refused', async () => {
      for (let round = 0; round < 5; round++) {
        const [a, b] = [await create(), await create()]
        const [below, under] = [await create({ parentId: a.id }), await create({ parentId: b.id })]
        const moves = await Promise.allSettled([
          live(marquee, 'move', { id: a.id, parentId: under.id }),
          live(marquee, 'move', { id: b.id, parentId: below.id }),
        ])
        expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        expect(String((moves.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason)).toContain(
          'CYCLE',
        )
      }
    })

    it('S3-37: obeys the scopes', async () => {
      const [orchestration, project] = [await createHopper({ scope: 'ORCHESTRATION' }), await create()]
      expect((await refused(marquee, 'move', { id: project.id, parentId: orchestration.id })).extensions.code).toBe(
        'SCOPE_VIOLATION',
      )
    })

    it('a sleeper that leaves the one whose pause it shares sleeps on by itself, or by the next paused one', async () => {
      const bring = async (input: Input = {}) =>
        (await live(marquee, 'start', { id: (await create(input)).id })).instance.id
      const [here, there] = [await bring(), await bring()]
      const child = await bring({ parentId: here })
      const grandchild = await bring({ parentId: child })
      await live(marquee, 'pause', { id: here })
      await live(marquee, 'pause', { id: there })
      await live(marquee, 'move', { id: child, parentId: there })
      for (const id of [child, grandchild])
        expect(await lifeOf(marquee, id)).toMatchObject({ lifecycle: 'PAUSED', pausedByAncestorId: there })
      await live(marquee, 'resume', { id: here })
      expect(await lifeOf(marquee, grandchild)).toMatchObject({ lifecycle: 'PAUSED' })
      await live(marquee, 'move', { id: child })
      for (const id of [child, grandchild])
        expect(await lifeOf(marquee, id)).toMatchObject({ lifecycle: 'PAUSED', pausedByAncestorId: null })
      await live(marquee, 'resume', { id: child })
      expect(await lifeOf(marquee, child)).toMatchObject({ lifecycle: 'ACTIVE' })
      expect((await refusal(marquee, lifeMutations.resume, { input: { id: child } })).extensions.code).toBe(
        'INVALID_TRANSITION',
      )
    })
  })
})
