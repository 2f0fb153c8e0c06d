import { describe, expect, it } from 'vitest'
import { createInstanceSet, type InstanceSetEvent } from './instance-set.ts'

let position = 0
const event = (change: InstanceSetEvent['change'], id?: string, revision = 1) =>
  ({
    change,
    cursor: `c${(position += 1)}`,
    changeId: null,
    at: '',
    instance: id ? { id, revision } : null,
  }) as InstanceSetEvent

function set(...events: InstanceSetEvent[]) {
  const result = createInstanceSet()
  for (const each of events) result.apply(each)
  return result
}

describe('createInstanceSet', () => {
  it('holds what matched at the start and follows who comes, changes and goes', () => {
    const members = set(
      event('SNAPSHOT', 'a'),
      event('SNAPSHOT', 'b'),
      event('CAUGHT_UP'),
      event('ENTER', 'c'),
      event('UPDATE', 'b', 2),
      event('LEAVE', 'a', 2),
    )
    expect([...members.items.keys()]).toEqual(['b', 'c'])
    expect(members.items.get('b')!.revision).toBe(2)
  })

  it('has a cursor only once it is whole', () => {
    const members = set(event('SNAPSHOT', 'a'))
    expect(members.cursor).toBeNull()
    members.apply(event('CAUGHT_UP'))
    expect(members.cursor).not.toBeNull()
    const last = event('UPDATE', 'a', 2)
    members.apply(last)
    expect(members.cursor).toBe(last.cursor)
  })

  it('keeps the newest of one instance', () => {
    expect(set(event('SNAPSHOT', 'a', 5), event('CAUGHT_UP'), event('UPDATE', 'a', 4)).items.get('a')!.revision).toBe(5)
  })

  it('shows the old members during a RESYNC and lets go of those that did not come again', () => {
    const members = set(
      event('SNAPSHOT', 'a'),
      event('SNAPSHOT', 'b'),
      event('CAUGHT_UP'),
      event('RESYNC'),
      event('SNAPSHOT', 'b'),
    )
    expect(members.caughtUp).toBe(false)
    expect([...members.items.keys()]).toEqual(['a', 'b'])
    members.apply(event('CAUGHT_UP'))
    expect([...members.items.keys()]).toEqual(['b'])
  })
})
