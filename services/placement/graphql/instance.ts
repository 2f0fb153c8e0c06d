import type { InstanceResolvers } from './generated.ts'

export const Instance: InstanceResolvers = {
  placement: ({ id }, _, { placement }) => placement.placements.load(id),
}
