import type { InstanceState, JsonObject } from './events.ts'
import { shownBinding } from './shown-patch.ts'
import { parseOwnJson } from '../kit/pure/json/parse-json.ts'

/*
 * What Redis keeps of an instance, under the names that the sources give it. A copy for pages that are opened while the
 * truth is away, and for whoever looks with redis-cli: nobody decides by it, and it may be missing at any time.
 */

export const propsKey = (instanceId: string) => `instance:${instanceId}:props`
export const bindingsKey = (instanceId: string) => `instance:${instanceId}:bindings`
export const resolvedKey = (instanceId: string) => `instance:${instanceId}:resolved`
export const resolvedTtlKey = (instanceId: string) => `instance:${instanceId}:resolved:ttl`
/** Which epoch and revision the four are of; outlives them, so that a late write of an older state brings nothing back. */
export const revisionKey = (instanceId: string) => `instance:${instanceId}:resolved:revision`

/** What `/live/{id}` shows: the state of a display at one revision, and where it stands. */
export type ResolvedState = Pick<
  InstanceState,
  'id' | 'name' | 'visibility' | 'lifecycle' | 'bundleUrl' | 'runtime' | 'effectiveProps' | 'revision'
> & {
  epoch: string
  /** When it became so. */
  at: string
  /** Whether everybody may read it who knows its id. What is false here leaves the house for nobody. */
  isPublic: boolean
  /** As GraphQL shows it. Null: it stands nowhere; undefined: that is not known. */
  placement?: JsonObject | null
}

export type Resolution = { epoch: string; isPublic: boolean; placement?: JsonObject | null }

export function resolvedOf(state: InstanceState, { epoch, isPublic, placement }: Resolution): ResolvedState {
  const { id, name, visibility, lifecycle, bundleUrl, runtime, effectiveProps, revision, updatedAt: at } = state
  return {
    id,
    epoch,
    revision,
    at,
    isPublic,
    visibility,
    name,
    ...(placement === undefined ? {} : { placement }),
    lifecycle,
    bundleUrl,
    runtime,
    effectiveProps,
  }
}

/** The keys of one instance at one revision, written all together or not at all; null where a key is to be away. */
export type InstanceKeys = {
  mark: string
  epoch: string
  version: number
  values: [key: string, value: string | null][]
}

export function keysOf(state: InstanceState, resolution: Resolution): InstanceKeys {
  const { id, revision, lifecycle, props, bindings } = state
  if (lifecycle === 'ARCHIVED') return goneKeysOf(id, revision, resolution.epoch)
  const values: InstanceKeys['values'] = [
    [propsKey(id), JSON.stringify(props)],
    [bindingsKey(id), JSON.stringify(bindings.map(shownBinding))],
    [resolvedKey(id), JSON.stringify(resolvedOf(state, resolution))],
    [resolvedTtlKey(id), resolvedUntil(state)],
  ]
  return { mark: revisionKey(id), epoch: resolution.epoch, version: revision, values }
}

/** Of an instance that has no keys since this revision. */
export function goneKeysOf(id: string, revision: number, epoch: string): InstanceKeys {
  const values = [propsKey(id), bindingsKey(id), resolvedKey(id), resolvedTtlKey(id)].map((key): [string, null] => [
    key,
    null,
  ])
  return { mark: revisionKey(id), epoch, version: revision, values }
}

/** Null for everything that `keysOf` did not write. */
export function readResolved(text: string | null): ResolvedState | null {
  if (text === null) return null
  try {
    const value = parseOwnJson(text) as Partial<ResolvedState> | null
    const isOne =
      typeof value?.epoch === 'string' &&
      Number.isSafeInteger(value.revision) &&
      typeof value.isPublic === 'boolean' &&
      typeof value.effectiveProps === 'object'
    return isOne ? (value as ResolvedState) : null
  } catch {
    return null
  }
}

/**
 * When the resolved props may be otherwise without anybody's write: the first of the bound values that are asked for
 * again and again is due, or an override runs out. Null: they stay as they are.
 */
export function resolvedUntil({ bindings, overrides }: Pick<InstanceState, 'bindings' | 'overrides'>): string | null {
  const due = bindings.flatMap(({ strategy, intervalSeconds, lastResolvedAt }) =>
    strategy === 'POLL' && intervalSeconds !== null && lastResolvedAt !== null
      ? [new Date(Date.parse(lastResolvedAt) + intervalSeconds * 1000).toISOString()]
      : [],
  )
  const ends = overrides.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]))
  return [...due, ...ends].sort()[0] ?? null
}
