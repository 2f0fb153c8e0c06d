import { busContract } from './bus.contract.ts'
import { createMemoryBus } from './memory-bus.ts'

busContract('memory bus', {
  open: async (log) => {
    const bus = createMemoryBus({ log })
    return { near: bus, far: bus }
  },
})
