import { canonicalJson } from '../../../../kit/pure/json/canonical-json.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import { contentOf, type DefinitionKind, type VersionContent } from './definition.ts'

/** SHA-256 over all that defines a version, the order of JSON members aside: equal hash, equal behaviour. */
export function contentHash(typeKey: string, kind: DefinitionKind, content: VersionContent): string {
  // A row handed in must not bring its id and its dates into the hash.
  const { tests, complete, propsMigration, ...rest } = contentOf(content)
  // The younger members are left out where they say nothing: versions from before there were any keep their hashes.
  return sha256Hex(
    canonicalJson({
      typeKey,
      kind,
      ...rest,
      ...(tests.length > 0 ? { tests } : {}),
      ...(complete ? { complete } : {}),
      ...(propsMigration.length > 0 ? { propsMigration } : {}),
    }),
  )
}
