import {
  ClearScheduleDocument,
  CreateInstanceDocument,
  MoveInstanceDocument,
  PromoteInstanceDocument,
  ReplacePropsDocument,
  SetBindingsDocument,
  SetPlacementDocument,
  SetScheduleDocument,
  SetUpstreamsDocument,
  UpdateInstanceDocument,
  UpgradeInstanceDocument,
  type CreateInstanceInput,
  type InstanceFilter,
  type Lifecycle,
  type SetBindingsInput,
  type SetPlacementInput,
  type SetScheduleInput,
  type UpdateInstanceInput,
} from '@marquee/sdk'
import { Refusal } from '../../failures.ts'
import { settingsOf, type Settings } from '../../find.ts'
import { moveTo } from '../../lifecycle.ts'
import { newKey } from '../../session.ts'
import type { Exported, Kind, Narrowed, Present } from '../kind.ts'
import type { Json, Manifest } from '../manifest.ts'
import { referencesOf } from '../references.ts'
import type { World } from '../world.ts'
import { completed, instanceSpec, lasting, members, usual } from './instance-spec.ts'

export const idShape = /^inst-[a-z0-9]{8}$/

export const instance: Kind = {
  name: 'Instance',
  members,
  later: ['lifecycle', 'schedules', 'upstreams', 'promotedFrom'],
  comparable: completed,
  needs: (spec) => [...referencesOf(spec)],
  present: presentInstance,
  create: createInstance,
  update: updateInstance,
  list: listInstances,
}

/** By its name in its project and scope; by its id where the name is one. */
async function presentInstance(world: World, { metadata, spec, source }: Manifest): Promise<Present | null> {
  const scope = (spec.scope ?? 'PROJECT') as 'PROJECT'
  const project = String(scope) === 'GLOBAL' ? undefined : await world.projectId(metadata.project)
  const isMeant = (one: Settings) =>
    one.scope === scope && one.lifecycle !== 'ARCHIVED' && (project === undefined || one.project?.id === project)
  const read = async (filter: InstanceFilter) => (await settingsOf(world.client, filter)).filter(isMeant)
  let found =
    world.instancesRead?.get(metadata.name)?.filter(isMeant) ??
    (await read({ name: metadata.name, scopes: [scope], projectId: project }))
  if (found.length === 0 && idShape.test(metadata.name)) found = await read({ ids: [metadata.name] })
  if (found.length > 1)
    throw new Refusal(`${source}: several instances are named ${JSON.stringify(metadata.name)}: say /metadata/project.`)
  const [one] = found
  return one ? { id: one.id, spec: instanceSpec(one) } : null
}

async function createInstance(world: World, { metadata, source }: Manifest, spec: Json): Promise<string> {
  const { client } = world
  const name = metadata.name
  if (typeof spec.promotedFrom === 'string') {
    const input = { id: spec.promotedFrom, name, idempotencyKey: newKey() }
    return (await client.mutate(PromoteInstanceDocument, { input })).promoteInstance.instance.id
  }
  if (spec.lifecycle === 'ARCHIVED') throw new Refusal(`${source}: what is ARCHIVED is not made anew.`)
  const input = {
    kind: spec.kind,
    definitionTypeKey: spec.definition,
    definitionVersion: spec.version,
    name,
    projectId: metadata.project === undefined ? undefined : await world.projectId(metadata.project),
    parentId: spec.parent,
    ...Object.fromEntries(
      [
        ...['visibility', 'scope', 'persistence', 'props', 'config', 'metadata', 'placement'],
        ...['upgradeStrategy', 'maxVersion', 'runtime', 'timeslot', 'webhooks', 'bindings'],
      ].map((member) => [member, spec[member]]),
    ),
    idempotencyKey: newKey(),
  }
  return (await client.mutate(CreateInstanceDocument, { input: input as CreateInstanceInput })).createInstance.instance
    .id
}

async function updateInstance(
  world: World,
  { source, metadata }: Manifest,
  { id, spec: present }: Present,
  wanted: Json,
  differing: ReadonlySet<string>,
): Promise<void> {
  const { client } = world
  const spec = { ...present, ...wanted }
  const stays = lasting.find((member) => differing.has(member))
  if (stays !== undefined)
    throw new Refusal(
      `${source}: /spec/${stays} of ${metadata.name} cannot be changed: delete the instance and apply again.`,
    )
  const once = () => ({ id, idempotencyKey: newKey() })
  if (differing.has('version')) {
    await client.mutate(UpgradeInstanceDocument, { input: { ...once(), targetVersion: String(spec.version) } })
  }
  const settings = ['visibility', 'config', 'metadata', 'webhooks', 'upgradeStrategy', 'maxVersion', 'runtime'].filter(
    (member) => differing.has(member),
  )
  if (settings.length > 0) {
    const input = { ...once(), ...Object.fromEntries(settings.map((member) => [member, wanted[member]])) }
    await client.mutate(UpdateInstanceDocument, { input: input as UpdateInstanceInput })
  }
  if (differing.has('parent')) {
    await client.mutate(MoveInstanceDocument, {
      input: { ...once(), parentId: (spec.parent as string | null) ?? null },
    })
  }
  if (differing.has('props')) {
    await client.mutate(ReplacePropsDocument, { input: { ...once(), props: spec.props as Json } })
  }
  if (differing.has('placement')) {
    const input = { ...once(), placement: completed(wanted, present).placement ?? {} }
    await client.mutate(SetPlacementDocument, { input: input as SetPlacementInput })
  }
  if (differing.has('bindings')) {
    await client.mutate(SetBindingsDocument, { input: { ...once(), bindings: spec.bindings } as SetBindingsInput })
  }
  await updateFlows(world, id, present, wanted, differing)
  if (differing.has('lifecycle')) {
    await moveTo(client, id, present.lifecycle as Lifecycle, spec.lifecycle as Lifecycle, 'applied')
  }
}

async function updateFlows({ client }: World, id: string, present: Json, wanted: Json, differing: ReadonlySet<string>) {
  if (differing.has('upstreams')) {
    const [before, after] = [present.upstreams as Json, wanted.upstreams as Json]
    for (const flow of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const upstreams = ((after[flow] ?? []) as Json[]).map(({ instance: instanceId, ...rest }) => ({
        instanceId: String(instanceId),
        ...rest,
      }))
      await client.mutate(SetUpstreamsDocument, { input: { id, flow, upstreams } })
    }
  }
  if (differing.has('schedules')) {
    const [before, after] = [present.schedules as Json, wanted.schedules as Json]
    for (const flow of Object.keys(before).filter((name) => !(name in after)))
      await client.mutate(ClearScheduleDocument, { input: { instanceId: id, flow } })
    for (const [flow, schedule] of Object.entries(after)) {
      const input = { instanceId: id, flow, ...(schedule as Json), idempotencyKey: newKey() }
      await client.mutate(SetScheduleDocument, { input: input as SetScheduleInput })
    }
  }
}

/** All that lives on, without the parts that come with a whole, and without what ends by itself. */
async function listInstances(world: World, { tag, definition }: Narrowed): Promise<Exported[]> {
  const all = await settingsOf(world.client, {
    lifecycles: ['CREATED', 'ACTIVE', 'PAUSED', 'STOPPED'],
    ...(tag ? { tags: { all: tag } } : {}),
    ...(definition === undefined ? {} : { definitionTypeKey: definition }),
  })
  const parts = new Set(
    all.flatMap(({ id, components }) =>
      components
        .filter((part) => all.some((one) => one.id === part.instance.id && one.parent?.id === id))
        .map((part) => part.instance.id),
    ),
  )
  const kept = all.filter(({ id, persistence }) => !parts.has(id) && persistence !== 'EPHEMERAL')
  return Promise.all(
    kept.map(async (one): Promise<Exported> => {
      const project = one.scope === 'GLOBAL' ? undefined : await world.projectName(one.project?.id)
      const spec = Object.entries(instanceSpec(one)).filter(
        ([member, value]) => JSON.stringify(value) !== JSON.stringify(usual[member]),
      )
      return {
        kind: 'Instance',
        id: one.id,
        metadata: { name: one.name ?? one.id, ...(project === undefined ? {} : { project }) },
        spec: Object.fromEntries(spec),
      }
    }),
  )
}
