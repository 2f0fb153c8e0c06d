import {
  InstanceDetailDocument,
  InstanceSettingsDocument,
  type InstanceDetailQuery,
  type InstanceFilter,
  type InstanceSettingsFragment,
} from '@marquee/sdk'
import { Refusal } from './failures.ts'
import type { Session } from './session.ts'

export type Client = Session['client']
export type Settings = InstanceSettingsFragment

const idShape = /^inst-[a-z0-9]{8}$/
const pageSize = 50

/** The id of an instance that is named by its id or its name. */
export async function instanceId(client: Client, reference: string): Promise<string> {
  if (idShape.test(reference)) return reference
  const found = await settingsOf(client, { name: reference })
  if (found.length === 1) return found[0]!.id
  if (found.length === 0)
    throw new Refusal(`There is no instance named ${JSON.stringify(reference)}: \`marquee get instances\` lists them.`)
  throw new Refusal(
    [`Several instances are named ${JSON.stringify(reference)}: say which by its id.`]
      .concat(found.map(({ id, project }) => `  ${id}  in ${project?.name ?? 'no project'}`))
      .join('\n'),
  )
}

/** All of one instance. */
export async function instanceDetail(
  client: Client,
  reference: string,
): Promise<NonNullable<InstanceDetailQuery['instance']>> {
  const id = await instanceId(client, reference)
  const { instance } = await client.query(InstanceDetailDocument, { id })
  if (!instance) throw new Refusal(`There is no instance ${id}, or it is not yours to see.`)
  return instance
}

/** The settings of all instances that match, oldest first. */
export async function settingsOf(client: Client, filter: InstanceFilter): Promise<Settings[]> {
  return everyPage(async (after) => {
    const { instances } = await client.query(InstanceSettingsDocument, {
      filter,
      orderBy: 'CREATED_ASC',
      first: pageSize,
      after,
    })
    return instances
  })
}

type Page<T> = { nodes: T[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }

/** Reads a list to its end, or to `most`. */
export async function everyPage<T>(read: (after: string | null) => Promise<Page<T>>, most = Infinity): Promise<T[]> {
  const all: T[] = []
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = await read(after)
    all.push(...nodes)
    if (!pageInfo.hasNextPage || all.length >= most) return all.slice(0, most)
    after = pageInfo.endCursor
  }
}
