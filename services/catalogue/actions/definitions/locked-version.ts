import type { DefinitionRow, DefinitionVersionRow } from '../../domain/definitions/definition.ts'
import { notFound } from '../../errors.ts'
import { lockDefinition, versionById } from '../../store/definitions/definition-writes.ts'
import type { Permission } from '../../../../schema/access/permissions.ts'
import type { Change } from '../deps.ts'
import { pathOf } from './write-version.ts'

/**
 * A version as it is while its definition is locked. NOT_FOUND if the tenant has none of that id that the viewer may see,
 * FORBIDDEN unless they hold the permission on its definition.
 */
export async function lockedVersion(
  change: Change,
  permission: Permission,
  versionId: string,
): Promise<{ definition: DefinitionRow; version: DefinitionVersionRow }> {
  const { tx, sql, tenantId } = change
  // Read twice: before the lock to learn what to lock, and after it because it may have changed while we waited.
  const seen = await versionById(tx, tenantId, versionId)
  const definition = seen === null ? null : await lockDefinition(tx, sql, tenantId, seen.definitionId)
  const version = definition === null ? null : await versionById(tx, tenantId, versionId)
  if (definition === null || version === null) throw notFound('definition version')
  const isPublic = version.publishedAt !== null
  change.assertAt(permission, pathOf(definition), 'definition version', { isPublic })
  return { definition, version }
}
