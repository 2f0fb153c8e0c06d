import { assertNever } from '../../../../kit/pure/assert-never.ts'
import type { Sql } from '../../../../kit/db/pool.ts'
import type { InstanceState, Json } from '../../../../schema/events.ts'
import type { BindingSpec } from '../../domain/bindings/binding-input.ts'
import type { Known } from '../../domain/bindings/binding-commands.ts'
import { isAsked, sourceId, wantSources } from '../../store/bindings/binding-sources.ts'
import { holdKv } from '../../store/bindings/kv.ts'
import { parseOwnJson } from '../../../../kit/pure/json/parse-json.ts'

/** Ids of the instances that these bindings read. */
export const readInstances = (specs: readonly Pick<BindingSpec, 'source' | 'address'>[]) => [
  ...new Set(specs.filter(({ source }) => source === 'DO').map(({ address }) => address)),
]

/**
 * What is known of each binding's source at this moment, in the transaction that writes the bindings, and the start of
 * asking where somebody must be asked. `targets` are the instances that are read, their rows locked. Together with the
 * locks taken here nothing can change between this reading and the commit without finding the new bindings.
 */
export async function attachBindings(
  tx: Sql,
  tenantId: string,
  specs: readonly BindingSpec[],
  targets: ReadonlyMap<string, InstanceState>,
): Promise<{ spec: BindingSpec; known: Known | null }[]> {
  const keys = await holdKv(
    tx,
    tenantId,
    specs.filter(({ source }) => source === 'KV').map(({ address }) => address),
  )
  const asked = await wantSources(tx, tenantId, specs.filter(isAsked))
  return specs.map((spec) => ({ spec, known: knownOf(spec) }))

  function knownOf(spec: BindingSpec): Known | null {
    switch (spec.source) {
      case 'STATIC':
        return { value: parseOwnJson(spec.path) as Json }
      case 'KV':
        return { value: keys.get(spec.address) ?? null }
      case 'DO':
        return { value: targets.get(spec.address)?.effectiveProps ?? null }
      case 'API':
        return asked.get(sourceId(tenantId, spec)) ?? null
      default:
        return assertNever(spec.source)
    }
  }
}
