import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { isJsonObject, pointerToken } from '../../../../kit/pure/json/json.ts'
import type { InstanceState, Json, JsonObject } from '../../../../schema/events.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { macrosFor } from '../../engine/runs/expression-macros.ts'
import { guardMutation } from '../changes/guards.ts'
import { storedRows } from './preview-dataset.ts'

const inputsMax = 20

/**
 * The value of an expression over bare numbers or over columns of datasets that the viewer may read (S1-35, S1-50).
 * `read` is the viewer's eye: null for what it may not see. Throws BAD_USER_INPUT with the position where the
 * expression cannot be read.
 */
export async function evaluateExpression(
  deps: RuntimeDeps,
  viewer: Viewer,
  { expression, inputs }: { expression: string; inputs: JsonObject },
  read: (instanceId: string) => Promise<InstanceState | null>,
): Promise<JsonObject> {
  guardMutation(viewer, 'createInstance', {})
  const names = Object.entries(inputs)
  if (names.length > inputsMax) throw refuse('', `has more than ${inputsMax} inputs`)
  const upstreams = new Map<string, { role: string; flowId: string; runId: string; outputs: JsonObject }>()
  const asked: [string, Json][] = []
  for (const [name, given] of names) {
    if (!isJsonObject(given)) {
      asked.push([name, given])
      continue
    }
    const { instanceId, ...column } = given
    const at = pointerToken(name)
    const state = typeof instanceId === 'string' ? await read(instanceId) : null
    if (state === null) throw refuse(`${at}/instanceId`, 'must be the id of a dataset that you may see')
    const stored = upstreams.has(state.id) ? null : await storedRows(deps.pool, state.id)
    if (stored === null && !upstreams.has(state.id))
      throw refuse(`${at}/instanceId`, 'has no rows yet: no refresh has succeeded')
    if (stored) upstreams.set(state.id, { role: state.id, ...stored })
    asked.push([name, { ...column, role: state.id }])
  }
  const parameters = { expression, inputs: Object.fromEntries(asked), keep: false }
  return await deps.executorQueries.ask({
    codeRef: 'expression.preview',
    instanceId: 'expressions',
    upstreams: [...upstreams.values()],
    parameters,
    macros: await macrosFor(deps.definitions, viewer.tenantId, [{ expression }]),
  })
}

const refuse = (pointer: string, message: string) =>
  new AppError('BAD_USER_INPUT', {
    public: `/inputs${pointer} ${message}.`,
    details: { problems: [{ pointer: `/inputs${pointer}`, message }] },
  })
