import { isMarqueeError, type InstanceFilter, type JsonObject, type MarqueeClient } from '@marquee/sdk'
import { useRef, useState } from 'react'
import * as graph from '../graph/generated.ts'
import { useSession } from '../graph/session.ts'
import { asMarqueeError, writeKey } from '../graph/use-action.ts'
import {
  forEach,
  planPatch,
  planTransition,
  type BulkAction,
  type Tally,
  type Transition,
  type Verdict,
} from './bulk-plan.ts'
import type { Row } from './row-state.ts'
import { transitions } from './transitions.ts'

export type BulkOrder = { action: BulkAction; patch: JsonObject; version: string }

export type BulkState =
  | { step: 'choose'; error: string | null }
  | { step: 'checking' | 'doing'; done: number; of: number }
  | { step: 'checked'; verdicts: Verdict[]; at: number }
  | { step: 'done'; tally: Tally; rows: readonly Row[]; refused: string[] }

const atOnce = 6

/**
 * One order for many instances: tried on each first, then carried out on those that it changes. A patch is one change
 * (`bulkPatchProps`); the graph has no such mutation for the rest, which go one by one, a few at a time.
 */
export function useBulk(rows: readonly Row[], everything: InstanceFilter | null) {
  const { client } = useSession()
  const [state, setState] = useState<BulkState>({ step: 'choose', error: null })
  const stop = useRef<AbortController>(null)

  async function begin(): Promise<AbortSignal> {
    stop.current?.abort()
    stop.current = new AbortController()
    return stop.current.signal
  }

  async function check(order: BulkOrder): Promise<void> {
    const signal = await begin()
    setState({ step: 'checking', done: 0, of: rows.length })
    try {
      const onProgress = ({ done }: Tally) => setState({ step: 'checking', done, of: rows.length })
      const verdicts = await verdictsOf(client, rows, order, { atOnce, signal, onProgress })
      if (!signal.aborted) setState({ step: 'checked', verdicts, at: Date.now() })
    } catch (error) {
      setState({ step: 'choose', error: asMarqueeError(error).message })
    }
  }

  async function carryOut({ action, patch, version }: BulkOrder, verdicts: readonly Verdict[]): Promise<void> {
    const targets = verdicts.flatMap(({ row, verdict }) => (verdict === 'changes' ? [row] : []))
    const signal = await begin()
    setState({ step: 'doing', done: 0, of: targets.length })
    if (action === 'patch') return await patchAll(targets, patch, targets.length === verdicts.length)
    const one = (row: Row) =>
      action === 'upgrade'
        ? client.mutate(graph.UpgradeDocument, {
            input: { id: row.id, targetVersion: version, idempotencyKey: writeKey() },
          })
        : client.mutate(transitions[action as Transition], { input: { id: row.id, idempotencyKey: writeKey() } })
    const onProgress = ({ done }: Tally) => setState({ step: 'doing', done, of: targets.length })
    const tally = await forEach(targets, one, { atOnce, signal, onProgress })
    setState({ step: 'done', tally, rows: targets, refused: [] })
  }

  async function patchAll(targets: Row[], patch: JsonObject, isAll: boolean): Promise<void> {
    // All that match also means those that came in since the check; a filter without members would be refused.
    const isFilter = isAll && everything !== null && Object.keys(everything).length > 0
    const filter = isFilter ? everything : { ids: targets.map(({ id }) => id) }
    try {
      const input = { filter, patch, idempotencyKey: writeKey() }
      const { bulkPatchProps } = await client.mutate(graph.BulkPatchDocument, { input })
      setState({ step: 'done', tally: { done: bulkPatchProps.changed, failed: [] }, rows: targets, refused: [] })
    } catch (error) {
      const { message, details } = asMarqueeError(error)
      const listed = isMarqueeError(error) && Array.isArray(details['instances']) ? details['instances'] : []
      const refused = listed.map((item) => JSON.stringify(item))
      setState({
        step: 'done',
        tally: { done: 0, failed: targets.slice(0, 1).map((row) => ({ row, message })) },
        rows: [],
        refused,
      })
    }
  }

  return {
    state,
    check,
    carryOut,
    cancel: () => stop.current?.abort(),
    again: () => setState({ step: 'choose', error: null }),
  }
}

/** What the order would do to each. Patches and moves are tried here, upgrades by the server. */
async function verdictsOf(
  client: MarqueeClient,
  rows: readonly Row[],
  { action, patch, version }: BulkOrder,
  pace: Parameters<typeof forEach>[2],
): Promise<Verdict[]> {
  if (action === 'patch') return planPatch(rows, patch, await schemasOf(client, rows))
  if (action !== 'upgrade') return planTransition(rows, action)
  const verdicts: Verdict[] = []
  await forEach(
    rows,
    async (row) => {
      if (row.definitionVersion?.version === version) return verdicts.push({ row, verdict: 'same', why: '' })
      const input = { id: row.id, targetVersion: version, dryRun: true }
      const why = await client.mutate(graph.UpgradeDocument, { input }).then(
        () => null,
        (error: unknown) => asMarqueeError(error).message,
      )
      return verdicts.push({ row, verdict: why === null ? 'changes' : 'refused', why: why ?? '' })
    },
    pace,
  )
  return verdicts
}

/** The props schemas of all versions that these rows follow. */
async function schemasOf(client: MarqueeClient, rows: readonly Row[]) {
  const ids = new Set(rows.flatMap(({ definitionVersion }) => definitionVersion?.id ?? []))
  const read = await Promise.all(
    [...ids].map(async (id) => (await client.query(graph.VersionSchemaDocument, { id })).definitionVersion),
  )
  const known = new Map(read.flatMap((version) => (version ? [[version.id, version.propsSchema] as const] : [])))
  return (id: string) => known.get(id)
}
