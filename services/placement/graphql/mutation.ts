import type { MutationResolvers } from './generated.ts'
import { addTags } from './mutations/add-tags.ts'
import { deleteGroup } from './mutations/delete-group.ts'
import { deleteZone } from './mutations/delete-zone.ts'
import { removeTags } from './mutations/remove-tags.ts'
import { setPlacement } from './mutations/set-placement.ts'
import { upsertGroup } from './mutations/upsert-group.ts'
import { upsertLocation } from './mutations/upsert-location.ts'
import { upsertZone } from './mutations/upsert-zone.ts'

export const Mutation: MutationResolvers = {
  setPlacement,
  addTags,
  removeTags,
  upsertLocation,
  upsertZone,
  deleteZone,
  upsertGroup,
  deleteGroup,
}
