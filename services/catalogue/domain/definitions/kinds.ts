import { madeFrom } from '../../../../schema/kinds.ts'
import { definitionKinds, type DefinitionKind } from './definition.ts'

/** Definitions of these kinds can have instances. A FORM is delivered by a session part and never instantiated. */
export const instantiableKinds: readonly DefinitionKind[] = definitionKinds.filter((kind) =>
  Object.values(madeFrom).some((kinds: readonly DefinitionKind[] | null) => kinds?.includes(kind)),
)

/** Which kinds of instance can be made from a definition of this kind. */
export const instanceKindsOf = (kind: DefinitionKind): readonly string[] =>
  Object.entries(madeFrom).flatMap(([instanceKind, kinds]: [string, readonly DefinitionKind[] | null]) =>
    kinds?.includes(kind) ? [instanceKind] : [],
  )

export const instanceKinds: readonly string[] = Object.keys(madeFrom)
