import type { MutationResolvers } from './generated.ts'
import { addTags } from './mutations/add-tags.ts'
import { removeTags } from './mutations/remove-tags.ts'
import { setPlacement } from './mutations/set-placement.ts'
import { upsertLocation } from './mutations/upsert-location.ts'

export const Mutation: MutationResolvers = { setPlacement, addTags, removeTags, upsertLocation }
