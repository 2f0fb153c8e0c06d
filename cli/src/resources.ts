import {
  ActivitiesDocument,
  ConfigResourcesDocument,
  DefinitionsDocument,
  GroupsDocument,
  InstancesDocument,
  LocationsDocument,
  RunsDocument,
  SpacesDocument,
  ProgrammesDocument,
  TagsDocument,
  ZonesDocument,
  type ActivitiesQuery,
  type DefinitionsQuery,
  type InstanceFieldsFragment,
  type InstanceFilter,
  type RunsQuery,
} from '@marquee/sdk'
import { UsageError } from './failures.ts'
import { everyPage, instanceId, type Client } from './find.ts'
import type { Column, Output } from './output.ts'

/** What a list is narrowed by, as the options say it. */
export type Narrowing = {
  name?: string | undefined
  tag?: string[] | undefined
  definition?: string | undefined
  lifecycle?: string | undefined
  project?: string | undefined
  limit: number
}

type Resource<Row> = {
  names: string[]
  columns: Column<Row>[]
  /** Whether `name` is what a row is called. */
  isNamed: (row: Row, name: string) => boolean
  list(client: Client, narrowing: Narrowing): Promise<Row[]>
}

/** Knows nothing of its rows any more, so that all kinds can stand in one list. */
const resource = <Row>({ names, columns, isNamed, list }: Resource<Row>) => ({
  names,
  async show(client: Client, output: Output, narrowing: Narrowing): Promise<number> {
    const rows = await list(client, narrowing)
    const { name } = narrowing
    const wanted = name === undefined ? rows : rows.filter((row) => isNamed(row, name))
    output.list(wanted, columns)
    return wanted.length
  },
})
const day = (at: string | null | undefined) => at?.slice(0, 19).replace('T', ' ')

/** Filter of instances from what the options say. */
export function filterOf({ tag, definition, lifecycle, name }: Omit<Narrowing, 'limit'>): InstanceFilter {
  return {
    ...(name === undefined ? {} : { name }),
    ...(tag === undefined ? {} : { tags: { all: tag } }),
    ...(definition === undefined ? {} : { definitionTypeKey: definition }),
    ...(lifecycle === undefined ? {} : { lifecycles: [lifecycle.toUpperCase()] as InstanceFilter['lifecycles'] }),
  }
}

const instances = resource<InstanceFieldsFragment>({
  names: ['instances', 'instance', 'inst'],
  columns: [
    ['NAME', ({ name }) => name],
    ['ID', ({ id }) => id],
    ['KIND', ({ kind }) => kind],
    [
      'DEFINITION',
      ({ definition, definitionVersion }) => definition && `${definition.typeKey}@${definitionVersion?.version}`,
    ],
    ['LIFECYCLE', ({ lifecycle }) => lifecycle],
    ['PRESENCE', ({ presence }) => presence],
    ['REVISION', ({ revision }) => revision],
    ['LOCATION', ({ placement }) => placement?.location],
    ['TAGS', ({ placement }) => placement?.tags.join(',')],
  ],
  isNamed: ({ name, id }, wanted) => name === wanted || id === wanted,
  list: (client, { limit, name, ...narrowing }) =>
    everyPage(async (after) => {
      const filter = name?.startsWith('inst-')
        ? { ...filterOf(narrowing), ids: [name] }
        : filterOf({ ...narrowing, name })
      return (await client.query(InstancesDocument, { filter, first: Math.min(limit, 100), after })).instances
    }, limit),
})

type DefinitionRow = DefinitionsQuery['definitions']['nodes'][number]

const definitions = resource<DefinitionRow>({
  names: ['definitions', 'definition', 'def'],
  columns: [
    ['TYPE KEY', ({ typeKey }) => typeKey],
    ['KIND', ({ kind }) => kind],
    ['LATEST', ({ latestVersion }) => latestVersion?.version],
    ['STATUS', ({ status }) => status],
    ['TITLE', ({ title }) => title],
  ],
  isNamed: ({ typeKey }, wanted) => typeKey === wanted,
  list: (client, { limit, name }) =>
    everyPage(
      async (after) =>
        (
          await client.query(DefinitionsDocument, {
            filter: name === undefined ? null : { search: name },
            first: Math.min(limit, 200),
            after,
          })
        ).definitions,
      limit,
    ),
})

type RunRow = RunsQuery['runs']['nodes'][number]

const runs = resource<RunRow>({
  names: ['runs', 'run'],
  columns: [
    ['ID', ({ id }) => id],
    ['INSTANCE', ({ instance }) => instance?.name ?? instance?.id],
    ['FLOW', ({ flow }) => flow.name],
    ['STATUS', ({ status }) => status],
    ['CREATED', ({ createdAt }) => day(createdAt)],
    ['ENDED', ({ endedAt }) => day(endedAt)],
  ],
  // Narrowed to an instance already.
  isNamed: () => true,
  async list(client, { limit, name }) {
    const filter = name === undefined ? null : { instanceId: await instanceId(client, name) }
    return everyPage(
      async (after) => (await client.query(RunsDocument, { filter, first: Math.min(limit, 200), after })).runs,
      limit,
    )
  },
})

type Named = { id: string; name: string }
const namedColumns: Column<Named>[] = [
  ['ID', ({ id }) => id],
  ['NAME', ({ name }) => name],
]
const isNamed = ({ id, name }: Named, wanted: string) => id === wanted || name === wanted

const groups = resource<Named>({
  names: ['groups', 'group'],
  columns: namedColumns,
  isNamed,
  list: (client, { limit }) =>
    everyPage(
      async (after) => (await client.query(GroupsDocument, { first: Math.min(limit, 200), after })).groups,
      limit,
    ),
})

const zones = resource<Named & { shape: string }>({
  names: ['zones', 'zone'],
  columns: [...namedColumns, ['SHAPE', ({ shape }) => shape]],
  isNamed,
  list: (client, { limit }) =>
    everyPage(
      async (after) => (await client.query(ZonesDocument, { first: Math.min(limit, 200), after })).zones,
      limit,
    ),
})

const programmes = resource<Named & { targetCount: number; entries: readonly { name: string }[] }>({
  names: ['programmes', 'programme'],
  columns: [
    ...namedColumns,
    ['DISPLAYS', ({ targetCount }) => String(targetCount)],
    ['ENTRIES', ({ entries }) => entries.map(({ name }) => name).join(', ')],
  ],
  isNamed,
  list: (client, { limit }) =>
    everyPage(
      async (after) => (await client.query(ProgrammesDocument, { first: Math.min(limit, 200), after })).programmes,
      limit,
    ),
})

const locations = resource<Named & { timezone: string | null }>({
  names: ['locations', 'location'],
  columns: [...namedColumns, ['TIME ZONE', ({ timezone }) => timezone]],
  isNamed,
  list: (client, { limit }) =>
    everyPage(
      async (after) => (await client.query(LocationsDocument, { first: Math.min(limit, 200), after })).locations,
      limit,
    ),
})

const projects = resource<Named & { space: string; subspace: string }>({
  names: ['projects', 'project', 'spaces', 'space'],
  columns: [...namedColumns, ['SPACE', ({ space }) => space], ['SUBSPACE', ({ subspace }) => subspace]],
  isNamed,
  list: async (client) =>
    (await client.query(SpacesDocument)).spaces.flatMap((space) =>
      space.subspaces.flatMap((subspace) =>
        subspace.projects.map((project) => ({ ...project, space: space.name, subspace: subspace.name })),
      ),
    ),
})

const configs = resource<{ kind: string; key: string; title: string | null; revision: number }>({
  names: ['configs', 'config'],
  columns: [
    ['KIND', ({ kind }) => kind],
    ['KEY', ({ key }) => key],
    ['TITLE', ({ title }) => title],
    ['REVISION', ({ revision }) => revision],
  ],
  isNamed: ({ key }, wanted) => key === wanted,
  list: (client, { limit }) =>
    everyPage(
      async (after) =>
        (await client.query(ConfigResourcesDocument, { first: Math.min(limit, 200), after })).configResources,
      limit,
    ),
})

const tags = resource<{ tag: string; count: number }>({
  names: ['tags', 'tag'],
  columns: [
    ['TAG', ({ tag }) => tag],
    ['INSTANCES', ({ count }) => count],
  ],
  isNamed: ({ tag }, wanted) => tag.startsWith(wanted),
  list: async (client, { limit, name }) =>
    (await client.query(TagsDocument, { prefix: name, first: Math.min(limit, 200) })).tags,
})

const activities = resource<ActivitiesQuery['activities']['nodes'][number]>({
  names: ['activities', 'activity'],
  columns: [
    ['AT', ({ at }) => day(at)],
    ['WHO', ({ actor }) => actor?.displayName],
    ['ACTION', ({ action }) => action],
    ['ON', ({ resourceType, resourceId }) => `${resourceType} ${resourceId}`],
  ],
  isNamed: () => true,
  list: (client, { limit, name }) =>
    everyPage(
      async (after) =>
        (
          await client.query(ActivitiesDocument, {
            filter: name === undefined ? null : { resourceId: name },
            first: Math.min(limit, 200),
            after,
          })
        ).activities,
      limit,
    ),
})

const all = [instances, definitions, groups, zones, programmes, locations, projects, configs, runs, tags, activities]

export const resourceNames = all.map(({ names }) => names[0]!)

/** Lists what a kind has, or what is called `name`; answers how many there were. */
export async function showResource(
  kind: string,
  client: Client,
  output: Output,
  narrowing: Narrowing,
): Promise<number> {
  const found = all.find(({ names }) => names.includes(kind.toLowerCase()))
  if (!found) throw new UsageError(`There is no kind ${JSON.stringify(kind)}: get takes ${resourceNames.join(', ')}.`)
  return found.show(client, output, narrowing)
}
