import { isJsonObject } from '../../../../kit/pure/json/json.ts'
import type { JsonObject } from '../../../../schema/events.ts'

type Bound = { min?: number; max?: number }

/**
 * What keeps a model version from being promoted by `config.promotion`: bounds by the path of a metric, such as
 * `{"test.rank_ic": {"min": 0.02}}`. Empty where nothing does. A metric that is not there keeps it back.
 */
export function promotionProblems(config: JsonObject, metrics: JsonObject): { pointer: string; message: string }[] {
  const { promotion } = config
  if (!isJsonObject(promotion)) return []
  return Object.entries(promotion).flatMap(([path, bound]) => {
    const { min, max } = bound as Bound
    const value = path.split('.').reduce<unknown>((at, name) => (isJsonObject(at) ? at[name] : undefined), metrics)
    const problem = (message: string) => [
      { pointer: `/promotion/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`, message },
    ]
    if (typeof value !== 'number') return problem(`the run has no metric ${path}`)
    if (min !== undefined && value < min) return problem(`${path} is ${value}, less than ${min}`)
    if (max !== undefined && value > max) return problem(`${path} is ${value}, more than ${max}`)
    return []
  })
}
