import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { JsonObject } from '../../kit/pure/json/json.ts'
import { applyMergePatch } from '../../kit/pure/json/merge-patch.ts'
import { mergePatch } from '../../sdk/src/json.ts'

const objects = fc.object({
  values: [fc.integer(), fc.string(), fc.boolean(), fc.constant(null)],
  maxDepth: 3,
}) as fc.Arbitrary<JsonObject>

it('the SDK merges as the server does, for any state and patch', () => {
  const pointed = (value: unknown) => JSON.parse(JSON.stringify(value)) as JsonObject
  fc.assert(
    fc.property(objects, objects, (first, patch) => {
      const target = applyMergePatch({}, pointed(first))
      expect(mergePatch(target, pointed(patch))).toEqual(applyMergePatch(target, pointed(patch)))
    }),
  )
})
