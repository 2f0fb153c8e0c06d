import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayPayloadOf, readChange, writeChange } from '../../schema/change-message.ts'
import type { ChangeEvent, InstanceState, JsonObject } from '../../schema/events.ts'

const props = fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<never>, {
  maxKeys: 4,
}) as fc.Arbitrary<JsonObject>
const change = fc
  .record({
    effectiveProps: props,
    name: fc.string(),
    patch: fc.option(
      fc.oneof(
        props,
        props.map((effectiveProps) => ({ effectiveProps, name: 'n' })),
      ),
    ),
  })
  .map(({ effectiveProps, name, patch }): ChangeEvent => ({
    instanceId: 'inst-1',
    revision: 7,
    type: 'PROPS',
    patch,
    changeId: 'chg-1',
    actorId: null,
    reason: 'line\nbreak',
    at: '2026-11-21T12:00:00.000Z',
    epoch: 'e1',
    readers: ['public'],
    state: {
      id: 'inst-1',
      name,
      lifecycle: 'ACTIVE',
      bundleUrl: null,
      runtime: 'EDGE',
      effectiveProps,
    } as Partial<InstanceState> as InstanceState,
  }))

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

describe('a change on the bus', () => {
  it('is read as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(change, (written) => {
        const { face, ...read } = readChange(writeChange(written))
        expect({ ...read, patch: read.patch, state: read.state }).toEqual(plain(written))
        expect(face).toEqual(displayPayloadOf(written.state, written.patch))
      }),
    )
  })

  it('is no change where lines are missing', () => {
    for (const text of ['', '{}', '{}\n{}', '{}\n\n{}']) expect(() => readChange(text)).toThrow(SyntaxError)
  })
})
