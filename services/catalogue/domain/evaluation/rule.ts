import type { DefinitionKind, VersionContent } from '../definitions/definition.ts'

/**
 * What is evaluated; `bundle` is the source that its hash stands for, null where there is none. `previous`: the greatest
 * version below it that was ever published, whose instances its props migration is for.
 */
export type Candidate = {
  kind: DefinitionKind
  content: VersionContent
  bundle: string | null
  previous?: VersionContent | null
}

/** Something that a rule has to say. A warning does not stand in the way of publishing. */
export type Finding = { pointer: string; message: string; warning?: boolean }

export type Rule = (candidate: Candidate) => Finding[]

export const withPrefix = (prefix: string, findings: readonly Finding[]): Finding[] =>
  findings.map((finding) => ({ ...finding, pointer: prefix + finding.pointer }))
