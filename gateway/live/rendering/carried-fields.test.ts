import { isNonNullType, type GraphQLObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { ChangeEvent, JsonObject } from '../../../schema/events.ts'
import { carriedBy, wholePropsBytesMax } from './carried-fields.ts'
import { fromChange, restartEvents, type LiveEvent } from '../feeds/live-event.ts'
import { blankState, TestLog } from '../testing/test-log.ts'
import { graphSchema } from '../testing/test-schema.ts'

const read = (type: string, field: string, source: unknown) => {
  const reader = carriedBy(type, field)
  if (!reader) throw new Error(`${type}.${field} is not carried`)
  const value = reader(source as never)
  return reader.isText && value !== null ? (JSON.parse(value as string) as unknown) : value
}
const changed = (patch: JsonObject, part: Partial<ChangeEvent> = {}): LiveEvent =>
  fromChange({ ...new TestLog().write('inst-0000000a', {}), type: 'PROPS', patch, ...part })

const display = (event: LiveEvent) => [
  read('DisplayEvent', 'effectiveProps', event),
  read('DisplayEvent', 'patch', event),
]

const large = { text: 'x'.repeat(wholePropsBytesMax) }

describe('what an event carries', () => {
  it.each(['Instance', 'InstanceEvent', 'DisplayEvent'])('has a value wherever %s promises one', (name) => {
    const event = changed({})
    const source = name === 'Instance' ? read('InstanceEvent', 'instance', event) : event
    const fields = Object.values((graphSchema.getType(name) as GraphQLObjectType).getFields())
    const carried = fields.filter((field) => carriedBy(name, field.name) !== undefined)
    expect(carried.length).toBeGreaterThan(5)
    for (const field of carried) {
      const value = read(name, field.name, source)
      expect([field.name, value === undefined || (isNonNullType(field.type) && value === null)]).toEqual([
        field.name,
        false,
      ])
    }
  })

  it("does not name webhooks in a patch: their addresses are the owner's business", () => {
    const event = changed({ name: 'x', webhooks: { onError: 'https://owner.example/secret' } })
    expect(read('InstanceEvent', 'patch', event)).toEqual({ name: 'x' })
    expect(read('InstanceEvent', 'patch', changed({ name: 'x' }))).toEqual({ name: 'x' })
    expect(carriedBy('Instance', 'webhooks')).toBeUndefined()
  })

  it('gives references of other things by their key, and null where there are none', () => {
    const state = blankState('inst-0000000a', { projectId: 'proj-1', definitionId: 'def-1' })
    expect(
      ['owner', 'project', 'definition', 'definitionVersion'].map((field) => read('Instance', field, state)),
    ).toEqual([{ id: 'p1' }, { id: 'proj-1' }, { id: 'def-1' }, null])
  })

  it('has a timeslot only where it begins and ends', () => {
    const [timeslotStart, timeslotEnd] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z']
    expect(read('Instance', 'timeslot', blankState('a', { timeslotStart, timeslotEnd }))).toEqual({
      start: timeslotStart,
      end: timeslotEnd,
    })
    expect(read('Instance', 'timeslot', blankState('a', { timeslotStart }))).toBeNull()
  })
})

describe('what a screen is sent', () => {
  it('is everything while that is small, with the patch that led to it', () => {
    const event = changed({ effectiveProps: { a: 2 } }, { state: blankState('a', { effectiveProps: { a: 2 } }) })
    expect(display(event)).toEqual([{ a: 2 }, { a: 2 }])
  })

  it('is the patch alone where everything would be large', () => {
    const event = changed(
      { effectiveProps: { a: 2 } },
      { state: blankState('a', { effectiveProps: { ...large, a: 2 } }) },
    )
    expect(display(event)).toEqual([null, { a: 2 }])
  })

  it('is everything in a snapshot, however large, and nothing in the RESYNC before it', () => {
    const head = { state: blankState('a', { effectiveProps: large }), readers: [] }
    const [resync, snapshot] = restartEvents({ epoch: 'e1', head }) as [LiveEvent, LiveEvent]
    expect([display(resync), display(snapshot)]).toEqual([
      [null, null],
      [large, null],
    ])
  })
})

describe('what a live query tells', () => {
  it('carries the instance with the cursor to follow it by, and none at CAUGHT_UP', () => {
    const told = {
      change: 'ENTER',
      cursor: 'c',
      changeId: null,
      at: 'now',
      state: blankState('inst-0000000a'),
      instanceCursor: 'ic',
    }
    expect(read('InstanceSetEvent', 'instance', told)).toMatchObject({ id: 'inst-0000000a', cursor: 'ic' })
    expect(read('InstanceSetEvent', 'instance', { ...told, state: null })).toBeNull()
  })
})
