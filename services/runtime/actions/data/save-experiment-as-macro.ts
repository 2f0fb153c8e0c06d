import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { parseExpression } from '../../../../kit/pure/expression/parse.ts'
import { isJsonObject } from '../../../../kit/pure/json/json.ts'
import { parseSemver } from '../../../../kit/pure/ids/semver.ts'
import { notFound } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { isReadable } from '../changes/guards.ts'

export type SaveExperimentAsMacroInput = {
  instanceId: string
  typeKey: string
  version?: string | null
  title?: string | null
  description?: string | null
  idempotencyKey?: string | null
}

/**
 * The expression of an EXPERIMENT as a published OP_MACRO definition (S1-12, S1-45). Throws NOT_FOUND, BAD_USER_INPUT
 * for what is no experiment or has no expression that can be read, and what the catalogue refuses. Answers the
 * definition version's id.
 */
export async function saveExperimentAsMacro(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: SaveExperimentAsMacroInput,
): Promise<string> {
  // What it takes to write definitions is asked of their project, by the catalogue.
  const state = (await loadStates(deps.pool, [input.instanceId])).get(input.instanceId)
  if (!isReadable(viewer, state)) throw notFound(input.instanceId)
  if (state.kind !== 'EXPERIMENT' || state.resolvedVersionId === null) throw refuse('must be an EXPERIMENT')
  const places = [state.config, state.effectiveProps]
  const expression = places.map((place) => place['expression']).find((value) => value !== undefined)
  if (typeof expression !== 'string') throw refuse('has no expression')
  const parsed = parseExpression(expression)
  if (!parsed.ok)
    throw refuse(`has an expression that cannot be read at ${parsed.problem.position}: ${parsed.problem.message}`)
  const version = parseSemver(input.version ?? '1.0.0')
  if (version === null)
    throw new AppError('BAD_USER_INPUT', {
      public: '/version is not a semantic version.',
      details: { problems: [{ pointer: '/version', message: 'is not a semantic version' }] },
    })
  return await deps.definitions.saveMacro(viewer, {
    typeKey: input.typeKey,
    version,
    title: input.title ?? state.name,
    description: input.description ?? null,
    projectId: state.projectId,
    fromVersionId: state.resolvedVersionId,
    expression,
    inputs: places.map((place) => place['inputs']).find(isJsonObject) ?? {},
    idempotencyKey: input.idempotencyKey ?? null,
  })
}

const refuse = (message: string) =>
  new AppError('BAD_USER_INPUT', {
    public: `/instanceId ${message}.`,
    details: { problems: [{ pointer: '/instanceId', message }] },
  })
