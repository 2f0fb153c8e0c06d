import { setTimeout as sleep } from 'node:timers/promises'
import { createLiveClient } from '../../sdk/src/index.ts'
import type { Problem } from './answers.ts'
import { adminKey } from './servers.ts'
import { ask } from './stage.ts'

/** One screen, one writer and one reader who do nothing wrong while others do. */
export type Honest = {
  /** Waits until the screen shows the last change, and tells what went wrong since the last call. */
  check(): Promise<Problem[]>
  /** Resolves when the writer and the reader are idle; they stay so until `resume`. */
  pause(): Promise<void>
  resume(): void
  figures(): { changes: number; queries: number; slowestChangeMs: number; slowestQueryMs: number }
  stop(): Promise<void>
}

const everyMs = 100
const settledMs = 120_000
const patch = 'mutation ($input: PatchPropsInput!) { patchProps(input: $input) { revision } }'
const read = 'query ($id: ID!) { instance(id: $id) { revision effectiveProps } }'

export function startHonest(url: string, instanceId: string): Honest {
  const problems: Problem[] = []
  const figures = { changes: 0, queries: 0, slowestChangeMs: 0, slowestQueryMs: 0 }
  const sentAt = new Map<number, number>()
  let shown = { revision: 0, seq: 0 }
  let written = 0
  let isStopped = false
  /** Resolved unless paused. */
  let gate = Promise.withResolvers<void>()
  gate.resolve()
  let idle = Promise.withResolvers<void>()
  const wrong = (what: string, detail: string) => void problems.push({ what: `honest: ${what}`, detail })

  const live = createLiveClient({ url, key: adminKey })
  live.instance(instanceId, {
    onError: ({ code }) => wrong("the screen's feed ended", code),
    onChange: ({ revision, instance, event }) => {
      const { seq = 0 } = (instance?.effectiveProps ?? {}) as { seq?: number }
      const isFirst = shown.revision === 0
      if (!isFirst && revision > shown.revision + 1)
        wrong('the screen missed a change', `revision ${shown.revision} was followed by ${revision} (${event.type})`)
      if (revision < shown.revision || seq < shown.seq)
        wrong('the screen went back', `from ${JSON.stringify(shown)} to revision ${revision}, seq ${seq}`)
      shown = { revision, seq }
      const at = sentAt.get(seq)
      if (at !== undefined) figures.slowestChangeMs = Math.max(figures.slowestChangeMs, performance.now() - at)
      sentAt.delete(seq)
    },
  })

  const writing = (async () => {
    for (;;) {
      idle.resolve()
      await gate.promise
      if (isStopped) return
      idle = Promise.withResolvers()
      const seq = written + 1
      sentAt.set(seq, performance.now())
      try {
        await ask(url, patch, { input: { id: instanceId, patch: { seq }, idempotencyKey: `honest-${seq}` } })
        written = seq
        figures.changes++
      } catch (error) {
        if (!isStopped) wrong('a change was refused', String(error))
      }
      const asked = performance.now()
      try {
        const { instance } = await ask<{ instance: { effectiveProps: { seq?: number } } | null }>(url, read, {
          id: instanceId,
        })
        if ((instance?.effectiveProps.seq ?? 0) < written)
          wrong('a query told less than was written', JSON.stringify(instance))
        figures.queries++
        figures.slowestQueryMs = Math.max(figures.slowestQueryMs, performance.now() - asked)
      } catch (error) {
        if (!isStopped) wrong('a query was refused', String(error))
      }
      await sleep(everyMs)
    }
  })()

  return {
    async check() {
      const target = written
      const deadline = performance.now() + settledMs
      while (shown.seq < target && performance.now() < deadline) await sleep(20)
      if (shown.seq < target)
        wrong('the screen is behind', `shows ${shown.seq} of ${target} ${settledMs} ms after it was written`)
      return problems.splice(0)
    },
    async pause() {
      gate = Promise.withResolvers()
      await idle.promise
    },
    resume: () => gate.resolve(),
    figures: () => figures,
    async stop() {
      isStopped = true
      gate.resolve()
      await writing
      live.close()
    },
  }
}
