import { expect, it } from 'vitest'
import { readFromFrame as readLimited } from './messages.ts'

const readFromFrame = (message: unknown) => readLimited(message, () => true)

it('believes of a frame only what has the right shape and size', () => {
  expect(readFromFrame({ type: 'emit', event: 'touched', data: { x: 1, y: undefined } })).toEqual({
    type: 'emit',
    event: 'touched',
    data: { x: 1 },
  })
  expect(readFromFrame({ type: 'emit', event: 'touched' })).toEqual({ type: 'emit', event: 'touched', data: null })
  const endless: Record<string, unknown> = {}
  endless.self = endless
  const refused = [
    null,
    'emit',
    {},
    { type: 'key' },
    { type: 'emit' },
    { type: 'shown' },
    { type: 'shown', turn: 'newest' },
    { type: 'emit', event: '' },
    { type: 'emit', event: 'x'.repeat(101) },
    { type: 'emit', event: 'a', data: endless },
    { type: 'emit', event: 'a', data: 'x'.repeat(20_000) },
  ]
  for (const message of refused) expect(readFromFrame(message)).toBeNull()
  expect(readFromFrame({ type: 'failed', message: 'x'.repeat(9_000), stack: 7 })).toEqual({
    type: 'failed',
    message: 'x'.repeat(4_000),
    stack: null,
    isFatal: false,
  })
})

it('does not even look at the data of an event that is one too many', () => {
  const looked = { toJSON: () => expect.unreachable('read') as unknown }
  expect(readLimited({ type: 'emit', event: 'a', data: looked }, () => false)).toBeNull()
})
