import { parse } from 'graphql'
import type { VersionedKeys } from '../../kit/cache/versioned-keys.ts'
import type { Authenticate } from '../../kit/graphql/viewer/authenticate.ts'
import { PUBLIC_SCOPE, type Viewer } from '../../kit/graphql/viewer/viewer.ts'
import type { Logger } from '../../kit/log.ts'
import { withTimeout } from '../../kit/with-timeout.ts'
import type { InstanceState, JsonObject } from '../../schema/events.ts'
import {
  keysOf,
  readResolved,
  resolvedKey,
  resolvedOf,
  type Resolution,
  type ResolvedState,
} from '../../schema/resolved-keys.ts'
import type { Graph } from '../graph.ts'
import { BatchedReads } from '../live/reading/batched-reads.ts'
import { FeedReader } from '../live/reading/feed-reader.ts'
import type { FeedSource } from '../live/reading/feed-source.ts'

/** What an instance shows now; null where there is none, or nobody can say in time. Never rejects, never takes longer than a second. */
export type PresentState = (instanceId: string) => Promise<ResolvedState | null>

export type PresentStateOptions = {
  source: Pick<FeedSource, 'readFeeds' | 'heads'>
  /** For where the instance stands, which is another service's. */
  graph: Pick<Graph, 'execute'>
  /** Null: there is no copy, only the truth. */
  keys: Pick<VersionedKeys, 'read' | 'write'> | null
  authenticate: Authenticate
  log: Pick<Logger, 'debug'>
}

const headWithinMs = 400
const truthWithinMs = 500
/** Where it stands is nothing that a page waits for once its state is there. */
const placementWithinMs = 400

const placementDocument = parse(
  'query Placed($id: ID!) { instance(id: $id) { placement { location device geo { lat lng } timezone tags } } }',
  { noLocation: true },
)

/**
 * Where pages get their state from. The copy in Redis and the newest revision are asked for together:
 *
 *   copy of the newest revision   -> the copy
 *   older copy, or none           -> the truth, which then is the copy
 *   the truth is away             -> the copy: a screen that reloads during an outage still gets its page
 *   there is no such instance     -> nothing, whatever the copy says
 */
export function createPresentState({ source, graph, keys, authenticate, log }: PresentStateOptions): PresentState {
  const reader = new FeedReader(source)
  const heads = new BatchedReads<string, number | null>(
    async (ids) => {
      const found = await source.heads(ids)
      return ids.map((id) => found.get(id) ?? null)
    },
    (id) => id,
  )
  /** Learnt from the truth: a revision of another epoch says nothing, whatever its number. */
  let epoch: string | null = null

  async function truth(id: string): Promise<ResolvedState | null> {
    const [slice, placement] = await Promise.all([
      withTimeout(reader.read({ instanceId: id, since: null }), truthWithinMs, away),
      withTimeout(placementOf(id), placementWithinMs, away).catch(() => undefined),
    ])
    epoch = slice.epoch
    if (!slice.head) return null
    const { state, readers } = slice.head
    const isPublic = readers.includes(PUBLIC_SCOPE)
    // Asked as anybody, who is told nothing of what is private.
    const resolution = { epoch, isPublic, ...(isPublic && placement !== undefined ? { placement } : {}) }
    keep(state, resolution)
    return resolvedOf(state, resolution)
  }

  /** For the next page, which may be opened when the truth is away. */
  function keep(state: InstanceState, resolution: Resolution): void {
    // Without its place it would be worth less than what a writer keeps.
    if (resolution.isPublic && resolution.placement === undefined) return
    keys
      ?.write([keysOf(state, resolution)])
      .catch((error: unknown) => log.debug({ err: error }, 'what a page read could not be kept'))
  }

  /** As everybody sees it. */
  async function placementOf(id: string): Promise<JsonObject | null> {
    const caller = { viewer: (await authenticate(null)) as Viewer, authorization: null, requestId: `live-${id}` }
    const { data, errors } = await graph.execute({ document: placementDocument, variables: { id }, caller })
    if (errors?.length) throw errors[0] as Error
    return ((data?.['instance'] as { placement: JsonObject | null } | null)?.placement ?? null) as JsonObject | null
  }

  async function answer(id: string): Promise<ResolvedState | null> {
    if (!keys) return await truth(id)
    const [copy, head] = await Promise.allSettled([
      keys.read(resolvedKey(id)).then(readResolved),
      withTimeout(heads.read(id), headWithinMs, away),
    ])
    const kept = copy.status === 'fulfilled' ? copy.value : null
    if (head.status === 'rejected') return kept
    if (head.value === null) return null
    const isNewest = kept?.revision === head.value
    if (isNewest && kept.epoch === epoch) return kept
    // Known to be old, it is not shown, even if the truth goes away at this very moment.
    return await truth(id).catch(() => (isNewest ? kept : null))
  }

  return (id) =>
    answer(id).catch((error: unknown) => {
      log.debug({ err: error, instanceId: id }, 'a page is served without its state')
      return null
    })
}

const away = () => new Error('the truth does not answer in time')
