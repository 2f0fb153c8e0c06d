import { ask, refusal } from './graph-client.ts'
import type { GraphqlErrorShape } from '../marquee.ts'

type At = { url: string }
type Input = Record<string, unknown>

export const verbs = ['start', 'pause', 'resume', 'stop', 'archive'] as const
export type Verb = (typeof verbs)[number]

export type Life = {
  id: string
  revision: number
  lifecycle: string
  desiredLifecycle: string
  pausedByAncestorId: string | null
  startedAt: string | null
  stoppedAt: string | null
  archivedAt: string | null
  generation: number
  observedGeneration: number
  parent: { id: string } | null
}

export const lifeFields = `id revision lifecycle desiredLifecycle pausedByAncestorId startedAt stoppedAt archivedAt
  generation observedGeneration parent { id }`

export type LifePayload = { revision: number; changeId: string; instance: Life }

const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { revision changeId instance { ${lifeFields} } } }`

/** Every mutation of where an instance is in its life and where it stands, by name. */
export const lifeMutations = {
  ...(Object.fromEntries(verbs.map((verb) => [verb, mutation(`${verb}Instance`, 'TransitionInput')])) as Record<
    Verb,
    string
  >),
  desire: mutation('setDesiredLifecycle', 'SetDesiredLifecycleInput'),
  move: mutation('moveInstance', 'MoveInstanceInput'),
  create: mutation('createInstance', 'CreateInstanceInput'),
  delete: 'mutation ($input: TransitionInput!) { deleteInstance(input: $input) { id changeId } }',
}

const only = <Value>(data: Record<string, Value>) => Object.values(data)[0] as Value

/** Runs one of them and answers its payload. */
export async function live(
  at: At,
  name: Exclude<keyof typeof lifeMutations, 'delete'>,
  input: Input,
): Promise<LifePayload> {
  return only(await ask<Record<string, LifePayload>>(at, lifeMutations[name], { input }))
}

export async function remove(at: At, input: Input): Promise<{ id: string; changeId: string }> {
  return only(await ask<Record<string, { id: string; changeId: string }>>(at, lifeMutations.delete, { input }))
}

/** What a refused one says. */
export const refused = (at: At, name: keyof typeof lifeMutations, input: Input): Promise<GraphqlErrorShape> =>
  refusal(at, lifeMutations[name], { input })

export async function lifeOf(at: At, id: string): Promise<Life | null> {
  return (await ask<{ instance: Life | null }>(at, `query ($id: ID!) { instance(id: $id) { ${lifeFields} } }`, { id }))
    .instance
}

export type Entry = {
  revision: number
  type: string
  changeId: string
  actorId: string | null
  reason: string | null
  patch: Record<string, unknown> | null
}

/** The log of an instance, newest first. */
export async function logOf(at: At, id: string): Promise<Entry[]> {
  const query =
    'query ($id: ID!) { instance(id: $id) { history(first: 200) { nodes { revision type changeId actorId reason patch } } } }'
  return (await ask<{ instance: { history: { nodes: Entry[] } } }>(at, query, { id })).instance.history.nodes
}

/** In how many moves each state is reached from CREATED. */
export const wayTo: Record<string, Verb[]> = {
  CREATED: [],
  ACTIVE: ['start'],
  PAUSED: ['start', 'pause'],
  STOPPED: ['start', 'stop'],
  ARCHIVED: ['start', 'stop', 'archive'],
}
