import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { holds } from '../../../kit/graphql/viewer/access.ts'
import { principalViewer, type Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import { READ } from '../../../schema/access/permissions.ts'
import { readPrincipals, SYSTEM_TENANT_ID, SYSTEM_TENANT_ROOT_ID } from '../../../services/catalogue/index.ts'
import { bareInstance } from '../../support/bare-instance.ts'
import { publish, submit } from '../../support/graph/graph-data.ts'
import { unique } from '../../support/graph/graph-client.ts'
import { Installation } from '../../support/installation.ts'

/*
 * One decision, in whatever way it is asked for: for random grants, every way to see an instance answers what the rule
 * says. The oracle is written from docs/security.md and knows nothing of Access: it goes up the tree by hand.
 */

type Node = { type: string; id: string; above: string[] }
type Instance = { id: string; kind: string; projectId: string; parentId: string | null; visibility: string }
type Grant = { nodeType: string; nodeId: string; role: string }

let home: Installation
const tag = unique()
const nodes: Node[] = [{ type: 'TENANT', id: SYSTEM_TENANT_ROOT_ID, above: [] }]
const instances: Instance[] = []
let principalId: string

beforeAll(async () => {
  home = await Installation.start()
  const root = SYSTEM_TENANT_ROOT_ID
  const typeKey = `access/${unique()}`
  const { submitDefinition } = await home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(submit, {
    input: { typeKey, kind: 'COMPONENT', version: '1.0.0' },
  })
  await home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
  const makeUser = `mutation ($input: CreateUserInput!) { createUserWithPersonalSpace(input: $input) {
    principal { id } space { id subspaces { id } } } }`
  type Made = {
    createUserWithPersonalSpace: { principal: { id: string }; space: { id: string; subspaces: { id: string }[] } }
  }
  for (let count = 0; count < 2; count++) {
    const user = await home.ask<Made>(makeUser, { input: { displayName: 'x', email: `${unique()}@example.org` } })
    const { principal, space } = user.createUserWithPersonalSpace
    principalId = principal.id
    nodes.push({ type: 'SPACE', id: space.id, above: [root] })
    for (const { id: subspaceId } of space.subspaces) {
      nodes.push({ type: 'SUBSPACE', id: subspaceId, above: [space.id, root] })
      const { createProject } = await home.ask<{ createProject: { project: { id: string } } }>(
        'mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }',
        { input: { subspaceId, name: 'p' } },
      )
      const projectId = createProject.project.id
      nodes.push({ type: 'PROJECT', id: projectId, above: [subspaceId, space.id, root] })
      let parentId: string | null = null
      for (const [kind, visibility] of made) {
        const what = kind === 'DISPLAY' ? { kind, definitionTypeKey: typeKey } : bareInstance
        const created: { createInstance: { instance: { id: string } } } = await home.ask(
          'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { instance { id } } }',
          { input: { ...what, projectId, parentId, visibility, placement: { tags: [tag], geo: { lat: 1, lng: 1 } } } },
        )
        const { id } = created.createInstance.instance
        instances.push({ id, kind, projectId, parentId, visibility })
        nodes.push({ type: 'RESOURCE', id, above: [projectId, subspaceId, space.id, root] })
        if (kind === 'BACKTEST')
          await home.ask('mutation ($input: TriggerRunInput!) { triggerRun(input: $input) { run { id } } }', {
            input: { instanceId: id },
          })
        // The first one is the parent of the others.
        parentId ??= id
      }
    }
  }
}, 60_000)
afterAll(() => home.stop())

const made = [
  ['DISPLAY', 'PRIVATE'],
  ['BACKTEST', 'PRIVATE'],
  ['BACKTEST', 'UNLISTED'],
  ['BACKTEST', 'PUBLIC'],
] as const
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort()

async function viewerWith(grants: readonly Grant[]): Promise<Viewer> {
  await home.pool.query('DELETE FROM catalogue.role_grant WHERE principal_id = $1', [principalId])
  for (const { nodeType, nodeId, role } of grants)
    await home.pool.query(
      `INSERT INTO catalogue.role_grant (tenant_id, principal_id, node_type, node_id, role) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [SYSTEM_TENANT_ID, principalId, nodeType, nodeId, role],
    )
  const known = (await readPrincipals(home.pool, SYSTEM_TENANT_ID, [principalId])).get(principalId)
  if (!known) throw new Error('the principal is there')
  return principalViewer({
    id: 'cred',
    tenantId: SYSTEM_TENANT_ID,
    principalId,
    principalKind: known.kind,
    access: known.access,
    credentialScope: null,
    readPermission: READ,
    expiresAt: null,
  })
}

it('answers lists, counts, trees, runs, tags, entities and single reads alike, for any grants', async () => {
  const grant = fc.record({
    node: fc.nat(nodes.length - 1),
    role: fc.constantFrom('OWNER', 'OPERATOR', 'VIEWER', 'AUDITOR', 'NOBODY'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(grant, { maxLength: 3 }), async (given) => {
      const grants = given.map(({ node, role }) => {
        const { type, id } = nodes[node] as Node
        return { nodeType: type, nodeId: id, role }
      })
      const viewer = await viewerWith(grants)
      const reaches = (id: string) => {
        const node = nodes.find((each) => each.id === id) as Node
        return grants.some(({ nodeId, role }) => role !== 'NOBODY' && [id, ...node.above].includes(nodeId))
      }
      const held = (instance: Instance) => reaches(instance.id)
      const listed = instances.filter((one) => one.visibility === 'PUBLIC' || held(one))
      const readable = instances.filter((one) => one.visibility !== 'PRIVATE' || held(one))
      for (const one of instances) expect(holds(viewer.access, READ, [one.projectId, one.id])).toBe(held(one))

      const answer = await home.ask<{
        instances: { totalCount: number; nodes: { id: string }[] }
        nearby: { instance: { id: string } }[]
        tags: { tag: string; count: number }[]
        runs: { totalCount: number; nodes: { instance: { id: string } }[] }
      }>(
        `query ($tag: String!) {
          instances(filter: { tags: { all: [$tag] } }, first: 200) { totalCount nodes { id } }
          nearby(lat: 1, lng: 1, first: 200) { instance { id } }
          tags(prefix: $tag) { tag count }
          runs(first: 200) { totalCount nodes { instance { id } } } }`,
        { tag },
        viewer,
      )
      expect(ids(answer.instances.nodes)).toEqual(ids(listed))
      expect(answer.instances.totalCount).toBe(listed.length)
      expect(ids(answer.nearby.map(({ instance }) => instance))).toEqual(ids(listed))
      expect(answer.tags).toEqual(listed.length === 0 ? [] : [{ tag, count: listed.length }])
      const running = listed.filter(({ kind }) => kind === 'BACKTEST')
      expect(ids(answer.runs.nodes.map(({ instance }) => instance))).toEqual(ids(running))
      expect(answer.runs.totalCount).toBe(running.length)

      const found: string[] = []
      for (const { id } of instances) {
        const { instance } = await home.ask<{
          instance: {
            id: string
            children: { totalCount: number; nodes: { id: string }[] }
            descendants: { totalCount: number }
          } | null
        }>(
          `query ($id: ID!) { instance(id: $id) { id children(first: 50) { totalCount nodes { id } } descendants(first: 50) { totalCount } } }`,
          { id },
          viewer,
        )
        if (instance === null) continue
        found.push(id)
        const children = listed.filter(({ parentId }) => parentId === id)
        expect(ids(instance.children.nodes)).toEqual(ids(children))
        expect(instance.children.totalCount).toBe(children.length)
        expect(instance.descendants.totalCount).toBe(children.length)
      }
      expect(found.sort()).toEqual(ids(readable))
      const [matched] = await home.services.runtime.matchAmong([
        { viewer, filter: {}, ids: instances.map(({ id }) => id) },
      ])
      expect([...(matched as Set<string>)].sort()).toEqual(ids(listed))
    }),
    { numRuns: 25 },
  )
}, 120_000)
