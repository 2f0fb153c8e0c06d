/** `pointer` leads into the version. A check that is ok and has a message is a warning. */
export type EvaluationCheck = { name: string; ok: boolean; message: string | null; pointer: string | null }

export type EvaluationReport = { status: 'PASSED' | 'FAILED'; checks: EvaluationCheck[]; evaluatedAt: string }

/** Names of checks that are about schemas, or about values that have to fit them. */
const schemaChecks = new Set(['propsSchema', 'parametersSchema', 'defaultProps', 'tests'])

export const failuresOf = (report: EvaluationReport): EvaluationCheck[] => report.checks.filter(({ ok }) => !ok)

export const onlySchemasFail = (failures: readonly EvaluationCheck[]): boolean =>
  failures.every(({ name }) => schemaChecks.has(name))
