import {
  ActivitiesDocument,
  CreateProjectDocument,
  CreateSpaceWithSubspacesDocument,
  CreateUserWithPersonalSpaceDocument,
  DefinitionDocument,
  GrantRoleDocument,
  isMarqueeError,
  type PrincipalKind,
  type Role,
  type RoleNode,
} from '@marquee/sdk'
import { Refusal, UsageError } from '../../failures.ts'
import { everyPage, instanceId } from '../../find.ts'
import { newKey } from '../../session.ts'
import type { Exported, Kind } from '../kind.ts'
import type { Json } from '../manifest.ts'
import type { World } from '../world.ts'
import { filled } from './upserted.ts'

/** For what the graph can make and not change. */
const fixed =
  (what: string): Kind['update'] =>
  (_world, { source, metadata }, _present, _spec, differing) => {
    throw new Refusal(
      `${source}: ${what} ${JSON.stringify(metadata.name)} is there with another ${[...differing].join(', ')}, which cannot be changed.`,
    )
  }

export const user: Kind = {
  name: 'User',
  members: ['displayName', 'kind'],
  async present(world, { metadata }) {
    const found = (await world.principals()).find(({ email }) => email?.toLowerCase() === metadata.name.toLowerCase())
    return found ? { id: found.id, spec: { displayName: found.displayName, kind: found.kind } } : null
  },
  async create(world, { metadata }, spec) {
    const input = {
      email: metadata.name,
      displayName: typeof spec.displayName === 'string' ? spec.displayName : metadata.name,
      kind: (spec.kind ?? 'HUMAN') as PrincipalKind,
      idempotencyKey: newKey(),
    }
    const { createUserWithPersonalSpace } = await world.client.mutate(CreateUserWithPersonalSpaceDocument, { input })
    world.forgetSpaces()
    return createUserWithPersonalSpace.principal.id
  },
  update: fixed('the user'),
  list: async (world) =>
    (await world.spaces())
      .filter(({ kind, owner }) => kind === 'PERSONAL' && owner.email !== null)
      .map(({ owner }): Exported => ({
        kind: 'User',
        metadata: { name: owner.email! },
        spec: { displayName: owner.displayName, kind: owner.kind },
      })),
}

export const space: Kind = {
  name: 'Space',
  members: ['owner'],
  async present(world, { metadata, spec }) {
    const found = (await world.spaces()).find(({ kind, name }) => kind === 'TEAM' && name === metadata.name)
    if (!found) return null
    const { email, displayName, id } = found.owner
    const named = [email, displayName, id].find((one) => one === spec.owner)
    return { id: found.id, spec: { owner: named ?? email ?? displayName } }
  },
  async create(world, { metadata }, spec) {
    const owner =
      typeof spec.owner === 'string' ? await world.principalId(spec.owner) : (await world.me())?.principal.id
    const input = {
      name: metadata.name,
      kind: 'TEAM',
      ownerPrincipalId: owner ?? '',
      idempotencyKey: newKey(),
    } as const
    const { createSpaceWithSubspaces } = await world.client.mutate(CreateSpaceWithSubspacesDocument, { input })
    world.forgetSpaces()
    return createSpaceWithSubspaces.space.id
  },
  update: fixed('the space'),
  list: async (world) =>
    (await world.spaces())
      .filter(({ kind }) => kind === 'TEAM')
      .map(({ name, owner }) => ({
        kind: 'Space',
        metadata: { name },
        spec: { owner: owner.email ?? owner.displayName },
      })),
}

export const project: Kind = {
  name: 'Project',
  members: ['space', 'subspace'],
  async present(world, { metadata, spec }) {
    const [id] = await projectsAt(world, metadata.name, spec)
    return id === undefined ? null : { id, spec: {} }
  },
  async create(world, { metadata, source }, spec) {
    const subspaces = (await world.spaces())
      .filter(({ name }) => name === spec.space)
      .flatMap(({ subspaces }) => subspaces)
      .filter(({ name }) => name === (spec.subspace ?? 'Official'))
    if (subspaces.length !== 1)
      throw new Refusal(`${source}: there is no subspace ${String(spec.space)}/${String(spec.subspace ?? 'Official')}.`)
    const input = { subspaceId: subspaces[0]!.id, name: metadata.name, idempotencyKey: newKey() }
    const { createProject } = await world.client.mutate(CreateProjectDocument, { input })
    world.forgetSpaces()
    return createProject.project.id
  },
  // Where it is, is what it is found by.
  comparable: () => ({}),
  update: fixed('the project'),
  list: async (world) =>
    (await world.projects())
      .filter(({ isDefault }) => !isDefault)
      .map(({ name, path }) => {
        const [space, subspace] = path.split('/')
        return { kind: 'Project', metadata: { name }, spec: { space, subspace } }
      }),
}

async function projectsAt(world: World, name: string, { space, subspace = 'Official' }: Json): Promise<string[]> {
  if (typeof space !== 'string')
    throw new UsageError(`Project ${JSON.stringify(name)}: /spec/space must name its space.`)
  return (await world.projects())
    .filter(({ path }) => path === `${space}/${String(subspace)}/${name}`)
    .map(({ id }) => id)
}

/** Who holds a role on what. The graph lists no grants: what is held is read from the activities, where one may. */
export const grant: Kind = {
  name: 'Grant',
  members: ['principal', 'role', 'on'],
  async present(world, { spec, source }) {
    const { nodeType, nodeId } = await nodeOf(world, spec.on, source)
    const principalId = await world.principalId(String(spec.principal))
    const held = (await grantsOf(world, nodeId)).some(
      (one) => one.principalId === principalId && one.role === spec.role && one.nodeType === nodeType,
    )
    return held ? { id: nodeId, spec } : null
  },
  async create(world, { source }, spec) {
    const node = await nodeOf(world, spec.on, source)
    const principalId = await world.principalId(String(spec.principal))
    await world.client.mutate(GrantRoleDocument, {
      input: { ...node, principalId, role: spec.role as Role, idempotencyKey: newKey() },
    })
    return node.nodeId
  },
  update: fixed('the grant'),
  list: exportGrants,
}

type Held = { principalId: string; role: string; nodeType: string; nodeId: string }

/** What was granted and not revoked since, oldest first; nothing where the viewer may not read activities. */
async function grantsOf(world: World, nodeId?: string): Promise<Held[]> {
  const filter = { actions: ['role.granted', 'role.revoked'], resourceId: nodeId }
  try {
    const activities = await everyPage(
      async (after) => (await world.client.query(ActivitiesDocument, { filter, first: 200, after })).activities,
    )
    const held = new Map<string, Held>()
    for (const { action, before, after, resourceType, resourceId } of activities.reverse()) {
      const { principalId, role } = (action === 'role.granted' ? after : before) as {
        principalId: string
        role: string
      }
      const one = { principalId, role, nodeType: resourceType.toUpperCase(), nodeId: resourceId }
      if (action === 'role.granted') held.set(JSON.stringify(one), one)
      else held.delete(JSON.stringify(one))
    }
    return [...held.values()]
  } catch (error) {
    if (isMarqueeError(error) && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND')) return []
    throw error
  }
}

async function nodeOf(world: World, on: unknown, source: string): Promise<{ nodeType: RoleNode; nodeId: string }> {
  if (on === 'tenant') {
    const me = await world.me()
    if (!me) throw new Refusal(`${source}: only who is signed in can grant a role.`)
    return { nodeType: 'TENANT', nodeId: me.tenantId }
  }
  const [[kind = '', name] = []] = Object.entries(typeof on === 'object' && on !== null ? on : {})
  const wrong = new UsageError(
    `${source}: /spec/on must be tenant, or { space | project | definition | instance: NAME }.`,
  )
  if (typeof name !== 'string') throw wrong
  switch (kind) {
    case 'space': {
      const found = (await world.spaces()).find((one) => one.name === name)
      if (!found) throw new Refusal(`${source}: there is no space ${JSON.stringify(name)}.`)
      return { nodeType: 'SPACE', nodeId: found.id }
    }
    case 'project':
      return { nodeType: 'PROJECT', nodeId: (await world.projectId(name))! }
    case 'definition': {
      const { definition } = await world.client.query(DefinitionDocument, { typeKey: name })
      if (!definition) throw new Refusal(`${source}: there is no definition ${JSON.stringify(name)}.`)
      return { nodeType: 'RESOURCE', nodeId: definition.id }
    }
    case 'instance':
      return { nodeType: 'RESOURCE', nodeId: world.instances.get(name) ?? (await instanceId(world.client, name)) }
    default:
      throw wrong
  }
}

/** Those that nobody gets by making a space or a user: their kinds bring them. */
async function exportGrants(world: World): Promise<Exported[]> {
  const principals = new Map((await world.principals()).map((principal) => [principal.id, principal]))
  const spaces = new Map((await world.spaces()).map((one) => [one.id, one]))
  const projects = new Map((await world.projects()).map((one) => [one.id, one]))
  const tenantId = (await world.me())?.tenantId
  return (await grantsOf(world)).flatMap(({ principalId, role, nodeType, nodeId }): Exported[] => {
    const principal = principals.get(principalId)
    const owned = spaces.get(nodeId)
    if (!principal || (owned?.owner.id === principalId && role === 'OWNER')) return []
    const on =
      nodeType === 'TENANT' && nodeId === tenantId
        ? 'tenant'
        : owned
          ? { space: owned.name }
          : nodeType === 'PROJECT' && projects.has(nodeId)
            ? { project: projects.get(nodeId)!.path }
            : nodeId.startsWith('inst-')
              ? { instance: nodeId }
              : null
    if (on === null) return []
    const who = principal.email ?? principal.displayName
    const what = on === 'tenant' ? on : Object.values(on)[0]
    return [{ kind: 'Grant', metadata: { name: `${who} ${role} ${what}` }, spec: filled({ principal: who, role, on }) }]
  })
}
