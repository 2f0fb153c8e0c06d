import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { deepEqualJson, type JsonObject } from '../../../../kit/pure/json/json.ts'
import { checkConfigResource, type ConfigKind } from '../../domain/config/config-resource.ts'
import { refusedSubmission } from '../../errors.ts'
import { changeConfigResource, insertConfigResource, lockConfigResource } from '../../store/config/config-resources.ts'
import { runChange, type CatalogueDeps } from '../deps.ts'

export type UpsertConfigResource = {
  kind: ConfigKind
  key: string
  title?: string | null
  body: JsonObject
  expectedRevision?: number | null
  idempotencyKey?: string | null
}

/**
 * The config resource of that kind and key, as given; one that is so already is left alone. CONFLICT with the present
 * revision unless it is the expected one, 0 for none. Answers its id.
 */
export function upsertConfigResource(
  deps: CatalogueDeps,
  viewer: Viewer,
  input: UpsertConfigResource,
): Promise<string> {
  return runChange(deps, viewer, { mutation: 'upsertConfigResource', input, inTenant: true }, async (change) => {
    const problems = checkConfigResource(input)
    if (problems.length > 0) throw refusedSubmission(problems, false)
    const { tx, sql, tenantId, now } = change
    const { kind, key, body } = input
    const title = input.title ?? null
    const find = () => lockConfigResource(tx, sql, tenantId, kind, key)

    let before = await find()
    const made = newId('cfg', 8)
    if (before === null && (input.expectedRevision ?? 0) === 0) {
      const isMade = await insertConfigResource(tx, { id: made, tenantId, kind, key }, { title, body, now })
      if (!isMade) before = await find()
    }
    if (input.expectedRevision != null && input.expectedRevision !== (before?.revision ?? 0)) {
      const currentRevision = before?.revision ?? 0
      throw new AppError('CONFLICT', {
        public: `${kind} ${key} is at revision ${currentRevision}.`,
        details: { currentRevision },
      })
    }
    if (before !== null && before.title === title && deepEqualJson(before.body, body)) return before.id
    if (before !== null) await changeConfigResource(tx, before.id, { title, body, now })
    const id = before?.id ?? made
    await change.record({
      action: before === null ? 'config.created' : 'config.changed',
      resourceType: 'config_resource',
      resourceId: id,
      before: before && { title: before.title, body: before.body },
      after: { kind, key, title, body },
    })
    return id
  })
}
