import type { JsonObject } from '../../../../schema/events.ts'
import type { Group } from '../../domain/groups/check-group.ts'

/** What group rows are read as. */
export type GroupColumns = {
  id: string
  name: string
  selector: JsonObject | null
  member_ids: string[] | null
  parent_id: string | null
}

export const groupColumns = 'g.id, g.name, g.selector, g.member_ids, g.parent_id'

export function toGroup({ id, name, selector, member_ids, parent_id }: GroupColumns): Group {
  return { id, name, selector, memberIds: member_ids ?? [], parentId: parent_id }
}
