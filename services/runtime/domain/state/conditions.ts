import { deepEqualJson } from '../../../../kit/pure/json/json.ts'
import type { Condition, Json } from '../../../../schema/events.ts'
import type { Refusal } from './refusal.ts'
import { parseOwnJson } from '../../../../kit/pure/json/parse-json.ts'

const problemsMax = 20

/** With this condition in place of one of its type. The same list where it says the same already, since whenever. */
export function withCondition(conditions: Condition[], condition: Condition): Condition[] {
  const present = conditions.find(({ type }) => type === condition.type)
  if (present && deepEqualJson({ ...present, since: '' } as Json, { ...condition, since: '' } as Json))
    return conditions
  return [...conditions.filter((other) => other !== present), condition]
}

/** Without conditions of this type; the same list where there is none. */
export function withoutCondition(conditions: Condition[], type: string): Condition[] {
  return conditions.some((condition) => condition.type === type)
    ? conditions.filter((condition) => condition.type !== type)
    : conditions
}

/** A refusal as something that holds until it is mended: its facts as plain JSON, with the first problems only. */
export function refusedCondition(
  type: string,
  refusal: Refusal,
  since: string,
  more: Record<string, Json> = {},
): Condition {
  const details = parseOwnJson(JSON.stringify({ ...more, ...refusal.details })) as Record<string, Json>
  const { problems } = details
  return {
    type,
    message: refusal.public,
    since,
    details: Array.isArray(problems) ? { ...details, problems: problems.slice(0, problemsMax) } : details,
  }
}
