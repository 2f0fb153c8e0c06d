import {
  ArchiveInstanceDocument,
  DeleteInstanceDocument,
  PauseInstanceDocument,
  ResumeInstanceDocument,
  StartInstanceDocument,
  StopInstanceDocument,
  type Lifecycle,
  type TransitionInput,
  type TypedDocument,
} from '@marquee/sdk'
import { Refusal } from './failures.ts'
import type { Client } from './find.ts'
import { newKey } from './session.ts'

export type Move = 'START' | 'PAUSE' | 'RESUME' | 'STOP' | 'ARCHIVE'

type Moved = { revision: number; instance: { lifecycle: Lifecycle } }
type Document = TypedDocument<Record<string, Moved>, { input: TransitionInput }>

const documents: Record<Move, unknown> = {
  START: StartInstanceDocument,
  PAUSE: PauseInstanceDocument,
  RESUME: ResumeInstanceDocument,
  STOP: StopInstanceDocument,
  ARCHIVE: ArchiveInstanceDocument,
}

/** The moves that lead from one state to another; there are no others than these ways. */
const ways: Record<Lifecycle, Partial<Record<Lifecycle, Move[]>>> = {
  CREATED: {
    ACTIVE: ['START'],
    PAUSED: ['START', 'PAUSE'],
    STOPPED: ['START', 'STOP'],
    ARCHIVED: ['START', 'STOP', 'ARCHIVE'],
  },
  ACTIVE: { PAUSED: ['PAUSE'], STOPPED: ['STOP'], ARCHIVED: ['STOP', 'ARCHIVE'] },
  PAUSED: { ACTIVE: ['RESUME'], STOPPED: ['STOP'], ARCHIVED: ['STOP', 'ARCHIVE'] },
  STOPPED: { ARCHIVED: ['ARCHIVE'] },
  ARCHIVED: {},
}

/** One move; answers where the instance is after it. */
export async function move(client: Client, verb: Move, id: string, reason?: string): Promise<Moved> {
  const input = { id, reason, idempotencyKey: newKey() }
  return Object.values(await client.mutate(documents[verb] as Document, { input }))[0]!
}

/** Moves an instance to a state; throws a Refusal where no moves lead there. */
export async function moveTo(
  client: Client,
  id: string,
  from: Lifecycle,
  to: Lifecycle,
  reason?: string,
): Promise<void> {
  if (from === to) return
  const moves = ways[from][to]
  if (!moves) throw new Refusal(`What is ${from} never becomes ${to}: make another instance in its place.`)
  for (const verb of moves) await move(client, verb, id, reason)
}

/** Deletes an instance with all below it; what is not archived yet is stopped and archived first. */
export async function deleteWhole(
  client: Client,
  { id, lifecycle, persistence }: { id: string; lifecycle: Lifecycle; persistence: string },
): Promise<void> {
  if (persistence !== 'EPHEMERAL') await moveTo(client, id, lifecycle, 'ARCHIVED', 'deleted')
  await client.mutate(DeleteInstanceDocument, { input: { id, idempotencyKey: newKey() } })
}
