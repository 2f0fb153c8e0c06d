import type { InstanceResolvers } from './generated.ts'

export const Instance: InstanceResolvers = {
  placement: ({ id }, _, { placement }) => placement.placements.load(id),
  zones: async ({ id }, _, { placement }) => (await placement.zonesAround.load(id)) ?? [],
  groups: async ({ id }, _, { placement }) => (await placement.groupsAround.load(id)) ?? [],
}
