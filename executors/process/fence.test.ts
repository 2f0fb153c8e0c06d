import path from 'node:path'
import { expect, it } from 'vitest'
import { findFence } from './fence.ts'

it('fences as well where a folder that executors may read is not there yet', async () => {
  const missing = path.join(import.meta.dirname, 'no-such-folder')
  const { missing: lacks } = await findFence({ readable: [], passable: [] })
  expect((await findFence({ readable: [missing], passable: [missing] })).missing).toEqual(lacks)
})
