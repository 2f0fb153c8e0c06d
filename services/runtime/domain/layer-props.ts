import { applyMergePatch } from '../../../kit/pure/merge-patch.ts'
import type { JsonObject } from '../../../schema/events.ts'

/**
 * What a screen shows (model R26): layers from low to high, merged member by member, arrays whole. Props never hold
 * null members, so a higher layer can replace what a lower one says but not remove it.
 */
export function layerProps(layers: { defaults: JsonObject; own: JsonObject }): JsonObject {
  return applyMergePatch(layers.defaults, layers.own)
}
