import { encodeCursor } from '../../../kit/pure/ids/feed-cursor.ts'
import { displayPayloadOf, type DisplayPayload } from '../../../schema/change-message.ts'
import {
  INSTANCE_FEED,
  type ChangeEvent,
  type FeedSlice,
  type InstanceState,
  type JsonObject,
} from '../../../schema/events.ts'

/** An event of one instance's feed, as selections read it. Its position is the revision; selections never see an older state. */
export type LiveEvent = {
  type: ChangeEvent['type'] | 'SNAPSHOT' | 'RESYNC'
  position: number
  epoch: string
  cursor: string
  /** `patch` and `state` of what came over the bus are parsed when a selection asks for them; `face` never is. */
  patch: JsonObject | null
  changeId: string | null
  actorId: string | null
  reason: string | null
  at: string
  readers: readonly string[]
  state: InstanceState
  face: DisplayPayload
  readonly isEphemeral: boolean
  runtime: string
}

type Facts = Omit<LiveEvent, 'position' | 'cursor' | 'patch' | 'state' | 'face' | 'isEphemeral' | 'runtime'> & {
  instanceId: string
  revision: number
}
type Source = { readonly patch: JsonObject | null; readonly state: InstanceState; readonly face?: DisplayPayload }

export const cursorOf = (instanceId: string, epoch: string, revision: number) =>
  encodeCursor({ kind: INSTANCE_FEED, subject: instanceId, epoch, position: revision })

class InstanceLiveEvent implements LiveEvent {
  readonly type: LiveEvent['type']
  readonly position: number
  readonly epoch: string
  readonly cursor: string
  readonly changeId: string | null
  readonly actorId: string | null
  readonly reason: string | null
  readonly at: string
  readonly readers: readonly string[]
  readonly #source: Source
  #face: DisplayPayload | undefined

  constructor(facts: Facts, source: Source) {
    this.type = facts.type
    this.position = facts.revision
    this.epoch = facts.epoch
    this.cursor = cursorOf(facts.instanceId, facts.epoch, facts.revision)
    this.changeId = facts.changeId
    this.actorId = facts.actorId
    this.reason = facts.reason
    this.at = facts.at
    this.readers = facts.readers
    this.#source = source
    this.#face = source.face
  }

  get patch(): JsonObject | null {
    return this.#source.patch
  }

  get state(): InstanceState {
    return this.#source.state
  }

  get face(): DisplayPayload {
    return (this.#face ??= displayPayloadOf(this.state, this.patch))
  }

  get runtime(): string {
    return (this.#face ?? this.state).runtime
  }

  /** Presence is observed beside the log. */
  get isEphemeral(): boolean {
    return this.type === 'PRESENCE'
  }
}

export const fromChange = (change: ChangeEvent & { readonly face?: DisplayPayload }): LiveEvent =>
  new InstanceLiveEvent(change, change)

const unchanged = { changeId: null, actorId: null, reason: null }

/** RESYNC and the present state; nothing of an instance that does not exist. */
export function restartEvents({ head, epoch }: Pick<FeedSlice, 'head' | 'epoch'>): LiveEvent[] {
  if (!head) return []
  const { state, readers } = head
  const facts = { ...unchanged, instanceId: state.id, revision: state.revision, epoch, at: state.updatedAt, readers }
  return (['RESYNC', 'SNAPSHOT'] as const).map(
    (type) => new InstanceLiveEvent({ ...facts, type }, { patch: null, state }),
  )
}

/** What is observed of an instance's screens has changed: the present state once more, under its revision. */
export function presenceEvent({ position, epoch, readers, state }: LiveEvent): LiveEvent {
  return new InstanceLiveEvent(
    {
      ...unchanged,
      type: 'PRESENCE',
      instanceId: state.id,
      revision: position,
      epoch,
      readers,
      at: new Date().toISOString(),
    },
    { patch: null, state },
  )
}
