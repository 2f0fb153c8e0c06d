import type { ClientRequest } from '../documents/admission.ts'
import type { GuardedGraph } from '../documents/guarded-graph.ts'
import { AppError } from '../../kit/errors/app-error.ts'
import type { Variables } from './bind.ts'
import type { CompiledOperation } from './operation.ts'

/** On whose behalf, and from where. */
export type Sender = Pick<ClientRequest, 'caller' | 'address'>

export type Answer = {
  value: unknown
  /** The change that a mutation made, where it says so. */
  changeId: string | undefined
}

/** Executes a query or mutation as if its client had sent the document: the same prices, rates and rules. Throws its first error. */
export async function run(
  graph: Pick<GuardedGraph, 'admit' | 'execute'>,
  { document, name, result }: CompiledOperation,
  variables: Variables,
  sender: Sender,
): Promise<Answer> {
  const { data, errors } = await graph.execute(graph.admit({ document, operationName: name, variables, ...sender }))
  if (errors?.[0]) throw errors[0]
  return answerIn(data, result)
}

/** What is at `result` in the data. Throws NOT_FOUND where that is null. */
export function answerIn(data: unknown, result: readonly string[]): Answer {
  const [root = ''] = result
  let value: unknown = data
  for (const member of result) value = (value as Record<string, unknown> | null | undefined)?.[member]
  if (value === null || value === undefined)
    throw new AppError('NOT_FOUND', { public: 'There is no such thing, or it is not yours to see.' })
  return { value, changeId: (data as Record<string, { changeId?: string } | null>)[root]?.changeId }
}
