import type { Bus } from '../../bus/bus.ts'
import type { Logger } from '../../log.ts'
import { parseOwnJson } from '../../pure/json/parse-json.ts'
import type { Access } from './access.ts'
import type { PrincipalKind } from './viewer.ts'

/** A principal as every request sees them; null: there is none, or they are disabled. */
export type KnownPrincipal = { kind: PrincipalKind; access: Access; revoked: readonly string[] } | null

export type PrincipalSource = (tenantId: string, ids: readonly string[]) => Promise<Map<string, KnownPrincipal>>

type Entry = { readAt: number; known: KnownPrincipal }

/** The topic that tells of principals whose access has changed; the payload is a JSON list of ids, `null` for all. */
export const principalsTopic = (tenantId: string) => `principals:${tenantId}`

const principalsMax = 10_000

/**
 * What this process knows of principals: read when one is first seen, again when the bus tells of a change, and again in
 * any case after `maxAgeMs`, which is what bounds the time that a change takes while the bus is away. A request of a
 * principal who was seen lately costs no statement.
 */
export class Principals {
  readonly #options: { tenantId: string; source: PrincipalSource; bus: Bus; log: Logger; maxAgeMs: number }
  readonly #entries = new Map<string, Entry>()
  readonly #reading = new Map<string, Promise<KnownPrincipal>>()
  readonly #listeners = new Set<(principalIds: readonly string[] | null) => void>()
  #generation = 0
  #unsubscribe: (() => Promise<void>) | null = null
  #stopped = false
  #retry: NodeJS.Timeout | undefined

  constructor(options: { tenantId: string; source: PrincipalSource; bus: Bus; log: Logger; maxAgeMs: number }) {
    this.#options = options
    void this.#listen()
  }

  /** Without a promise where it is known. Rejects where it has to be read and cannot be. */
  find(principalId: string): KnownPrincipal | Promise<KnownPrincipal> {
    const entry = this.#entries.get(principalId)
    if (entry && performance.now() - entry.readAt < this.#options.maxAgeMs) return entry.known
    const reading = this.#reading.get(principalId) ?? this.#read(principalId)
    this.#reading.set(principalId, reading)
    return reading
  }

  /** Calls with the ids of principals that may have changed; null: all may have. Returns how to stop it. */
  onChanged(listener: (principalIds: readonly string[] | null) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#retry)
    await this.#unsubscribe?.()
  }

  async #read(principalId: string): Promise<KnownPrincipal> {
    const generation = this.#generation
    const readAt = performance.now()
    try {
      const { tenantId, source } = this.#options
      const known = (await source(tenantId, [principalId])).get(principalId) ?? null
      // What was read before a change was told of may be from before the change.
      if (generation === this.#generation) this.#keep(principalId, { readAt, known })
      return known
    } finally {
      this.#reading.delete(principalId)
    }
  }

  #keep(principalId: string, entry: Entry): void {
    this.#entries.delete(principalId)
    this.#entries.set(principalId, entry)
    if (this.#entries.size > principalsMax) this.#entries.delete(this.#entries.keys().next().value as string)
  }

  #forget(principalIds: readonly string[] | null): void {
    this.#generation++
    this.#reading.clear()
    if (principalIds === null) this.#entries.clear()
    else for (const id of principalIds) this.#entries.delete(id)
    for (const listener of this.#listeners) listener(principalIds)
  }

  /** Until the bus is there, the age alone bounds what is known. */
  async #listen(): Promise<void> {
    const { tenantId, bus, log } = this.#options
    try {
      const unsubscribe = await bus.subscribe(principalsTopic(tenantId), {
        message: (payload) => this.#forget(readPayload(payload)),
        onResync: () => this.#forget(null),
      })
      if (this.#stopped) await unsubscribe()
      else this.#unsubscribe = unsubscribe
      this.#forget(null)
    } catch (error) {
      if (this.#stopped) return
      log.warn({ err: error }, 'changes of access are not told yet; they take effect by age')
      this.#retry = setTimeout(() => void this.#listen(), 1000)
      this.#retry.unref()
    }
  }
}

function readPayload(payload: string): string[] | null {
  const ids = parseOwnJson(payload) as unknown
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : null
}
