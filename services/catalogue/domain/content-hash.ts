import { canonicalJson } from '../../../kit/pure/canonical-json.ts'
import { sha256Hex } from '../../../kit/pure/hash.ts'
import type { DefinitionKind, VersionContent } from './definition.ts'

/** SHA-256 over all that defines a version, the order of JSON members aside: equal hash, equal behaviour. */
export function contentHash(typeKey: string, kind: DefinitionKind, content: VersionContent): string {
  const { version, codeRef, bundleHash, propsSchema, parametersSchema, defaultProps } = content
  const { flowTemplates, statusAggregationContract, lifecycleTemplate, childRequirements } = content
  // Named one by one: a row handed in by mistake must not bring its id and its dates into the hash.
  return sha256Hex(
    canonicalJson({
      typeKey, kind, version, codeRef, bundleHash, propsSchema, parametersSchema, defaultProps,
      flowTemplates, statusAggregationContract, lifecycleTemplate, childRequirements,
    }),
  )
}
