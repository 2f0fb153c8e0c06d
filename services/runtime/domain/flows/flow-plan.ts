import type { InstanceKind } from '../../../../schema/enums.ts'
import type { FlowTemplate } from './flow-template.ts'
import type { InstanceFacts } from '../state/instance-facts.ts'
import { kindOf } from '../instances/kinds.ts'

/** A flow as an instance is to have it. */
export type PlannedFlow = FlowTemplate & { codeRef: string | null }

/**
 * The flows of an instance (S0-11 to S0-13): those of its definition's templates, else those of its kind. A kind without
 * flows has none whatever its definition says: the PIPELINE, STORE and ACCESSOR of a DATASET share definitions with it.
 */
export function planFlows(
  kindName: InstanceKind,
  facts: Pick<InstanceFacts, 'flowTemplates' | 'codeRef'>,
): PlannedFlow[] {
  const kind = kindOf(kindName)
  if (!kind.flows) return []
  const templates = facts.flowTemplates.length > 0 ? facts.flowTemplates : kind.flows
  // Only flows of kinds that recur may have schedules; a template can take that away, not give it.
  const recurs = kind.schedulable === 'FLOWS'
  return templates.map((template) => ({
    ...template,
    schedulable: recurs && template.schedulable,
    codeRef: facts.codeRef ?? kind.codeRef ?? null,
  }))
}
