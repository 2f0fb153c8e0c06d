import type { DefinitionKind, VersionContent } from '../definitions/definition.ts'

/** What is evaluated; `bundle` is the source that its hash stands for, null where there is none. */
export type Candidate = { kind: DefinitionKind; content: VersionContent; bundle: string | null }

/** Something that a rule has to say. A warning does not stand in the way of publishing. */
export type Finding = { pointer: string; message: string; warning?: boolean }

export type Rule = (candidate: Candidate) => Finding[]

export const withPrefix = (prefix: string, findings: readonly Finding[]): Finding[] =>
  findings.map((finding) => ({ ...finding, pointer: prefix + finding.pointer }))
