import type { LocationResolvers } from './generated.ts'

export const Location: LocationResolvers = {
  parent: ({ parentId }, _, { placement }) => (parentId === null ? null : placement.locations.load(parentId)),
}
