import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from '../../demo/seeded.ts'
import {
  BulkPatchPropsDocument,
  createClient,
  isMarqueeError,
  PatchPropsDocument,
  SetPlacementDocument,
} from '../../sdk/src/index.ts'
import type { JsonObject } from '../../schema/events.ts'
import type { Write } from './checker.ts'

export type Writers = {
  resume(): void
  /** No new writes. */
  hush(): void
  /** No new writes. Resolves when those under way have an answer, or are given up after `withinMs`: their number. */
  pause(withinMs: number): Promise<number>
  /** Writes that were settled since the last time, and how many requests they took. */
  collect(): { writes: Write[]; requests: number }
  stop(): Promise<void>
}

const singleWriters = 8
const bulkSize = 20

/** The mark that a writer left in a log row's patch. */
export function writeIdOf(patch: JsonObject): string | null {
  const marks = Object.values({
    ...(patch['props'] as JsonObject | undefined),
    ...(patch['placement'] as JsonObject | undefined),
  })
  return marks.find((mark): mark is string => typeof mark === 'string' && /^write-\d+$/.test(mark)) ?? null
}

type Plan = { kind: 'keyed' | 'once' | 'placement' | 'bulk'; instanceIds: string[] }
type Answer = { changeId: string; revision: number | null }

/**
 * Writers that never rest: most patch one instance under a key, and repeat an unanswered request under the same key;
 * some write once and leave it at that; one sets placements, through another service; one patches many at once.
 * A request goes to one gateway and its repetition to the other.
 */
export function startWriters(options: {
  urls: readonly string[]
  key: string
  instanceIds: readonly string[]
  seed: number
}): Writers {
  const { urls, instanceIds } = options
  const settled: Write[] = []
  const giveUp = new AbortController()
  let running = false
  let stopped = false
  let count = 0
  let underWay = 0
  let requests = 0
  let abandon = new AbortController()

  const client = createClient({
    url: urls[0]!,
    key: options.key,
    timeoutMs: 5000,
    retry: { attemptsMax: Infinity, baseMs: 100, capMs: 1000 },
    fetch: (_input, init) => fetch(`${urls[requests++ % urls.length]}/graphql`, init),
  })

  async function send(
    id: string,
    { kind, instanceIds: [instanceId = '', ...others] }: Plan,
    writer: number,
    signal: AbortSignal,
  ): Promise<Answer> {
    const idempotencyKey = kind === 'once' ? null : id
    switch (kind) {
      case 'keyed':
      case 'once':
        return (
          await client.mutate(
            PatchPropsDocument,
            { input: { id: instanceId, patch: { [`writer${writer}`]: id }, idempotencyKey } },
            { signal },
          )
        ).patchProps
      case 'placement':
        return (
          await client.mutate(
            SetPlacementDocument,
            { input: { id: instanceId, placement: { device: id }, idempotencyKey } },
            { signal },
          )
        ).setPlacement
      case 'bulk': {
        const input = { filter: { ids: [instanceId, ...others] }, patch: { bulk: id }, idempotencyKey }
        return {
          ...(await client.mutate(BulkPatchPropsDocument, { input }, { signal })).bulkPatchProps,
          revision: null,
        }
      }
    }
  }

  async function write(plan: Plan, writer: number): Promise<void> {
    const id = `write-${++count}`
    const done = (outcome: Write['outcome']) =>
      void settled.push({ id, instanceIds: plan.instanceIds, key: plan.kind === 'once' ? null : id, outcome })
    underWay++
    try {
      const { changeId, revision } = await send(id, plan, writer, AbortSignal.any([giveUp.signal, abandon.signal]))
      done({ type: 'acknowledged', changeId, revision })
    } catch (error) {
      const isAway = isMarqueeError(error)
        ? error.code === 'UNAVAILABLE'
        : giveUp.signal.aborted || abandon.signal.aborted
      done(isAway ? { type: 'unknown' } : { type: 'refused', code: isMarqueeError(error) ? error.code : String(error) })
    } finally {
      underWay--
    }
  }

  async function work(writer: number): Promise<void> {
    const random = seededRandom(options.seed * 31 + writer)
    const pick = () => instanceIds[Math.floor(random() * instanceIds.length)]!
    while (!stopped) {
      if (!running) {
        await sleep(20)
        continue
      }
      const kind =
        writer === singleWriters
          ? 'placement'
          : writer === singleWriters + 1
            ? 'bulk'
            : random() < 0.75
              ? 'keyed'
              : 'once'
      const targets = kind === 'bulk' ? [...new Set(Array.from({ length: bulkSize }, pick))] : [pick()]
      await write({ kind, instanceIds: targets }, writer)
      await sleep((kind === 'bulk' ? 1500 : kind === 'placement' ? 300 : 100) * (0.5 + random()))
    }
  }
  const working = Promise.all(Array.from({ length: singleWriters + 2 }, (_, writer) => work(writer)))

  return {
    resume() {
      running = true
    },
    hush() {
      running = false
    },
    async pause(withinMs) {
      running = false
      const deadline = performance.now() + withinMs
      while (underWay > 0 && performance.now() < deadline) await sleep(20)
      const left = underWay
      abandon.abort()
      while (underWay > 0) await sleep(20)
      abandon = new AbortController()
      return left
    },
    collect() {
      const collected = { writes: settled.splice(0), requests }
      requests = 0
      return collected
    },
    async stop() {
      stopped = true
      giveUp.abort()
      await working
    },
  }
}
