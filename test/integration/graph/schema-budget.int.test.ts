import { expect, it } from 'vitest'
import { pointersOf, refusal } from '../../support/graph/graph-client.ts'
import { publishVersion, readInstance, submit, write, writes } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'

/** A small budget, so that what lies past it is small too. */
const steps = 40_000

type Json = Record<string, unknown>
const items = (length: number) => Array.from({ length }, (_, id) => ({ id, text: 'x' }))

eachMode(
  'checking a value against its schema',
  (marquee) => {
    const madeFor = async (propsSchema: Json) => {
      const { typeKey } = await publishVersion(marquee, { propsSchema })
      return (await write(marquee, 'createInstance', { definitionTypeKey: typeKey })).instance
    }

    it('patterns that backtrack without end and unique items are checked like any other', async () => {
      const made = await madeFor({
        properties: { text: { pattern: '^(a+)+$' }, list: { uniqueItems: true }, price: { multipleOf: 0.01 } },
      })
      const { instance } = await write(marquee, 'patchProps', {
        id: made.id,
        patch: { text: 'a'.repeat(40), list: items(1000), price: 19.99 },
      })
      expect(instance.revision).toBe(made.revision + 1)
      const wrong = { text: `${'a'.repeat(40)}!`, list: [...items(1000), { text: 'x', id: 7 }], price: 19.999 }
      const refused = await refusal(marquee, writes.patchProps, { input: { id: made.id, patch: wrong } })
      expect([refused.extensions.code, pointersOf(refused)]).toEqual([
        'SCHEMA_VIOLATION',
        ['/props/list', '/props/price', '/props/text'],
      ])
    })

    it('a validation past its steps is refused and changes nothing; just below it is not', async () => {
      // To be told apart, each item of three values costs 14 steps.
      const made = await madeFor({ properties: { rows: { uniqueItems: true } } })
      const below = Math.floor((steps - 100) / 14)
      const { instance } = await write(marquee, 'patchProps', { id: made.id, patch: { rows: items(below) } })
      const refused = await refusal(marquee, writes.patchProps, {
        input: { id: made.id, patch: { rows: items(below + 10) } },
      })
      expect(refused.extensions).toMatchObject({
        code: 'SCHEMA_VIOLATION',
        details: { problems: [{ keyword: 'steps', pointer: '/props' }] },
      })
      expect(await readInstance(marquee, made.id)).toMatchObject({ revision: instance.revision })
    })

    it.each<[string, Json, string]>([
      [
        'a pattern that cannot be matched in linear time',
        { properties: { a: { pattern: '(a)\\1' } } },
        '/propsSchema/properties/a/pattern',
      ],
      [
        'too many patterns',
        { allOf: Array.from({ length: 201 }, () => ({ pattern: 'a' })) },
        '/propsSchema/allOf/200/pattern',
      ],
      ['too many subschemas', { allOf: Array.from({ length: 2000 }, () => ({})) }, '/propsSchema'],
      ['references that multiply', { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } }, '/propsSchema'],
    ])('a schema with %s is refused when it is submitted', async (_, propsSchema, pointer) => {
      const input = {
        typeKey: `budget/${pointer.length}${propsSchema['$ref'] ? 'r' : ''}`,
        kind: 'COMPONENT',
        version: '1.0.0',
        propsSchema,
      }
      const refused = await refusal(marquee, submit, { input })
      expect([refused.extensions.code, pointersOf(refused)[0]]).toEqual(['SCHEMA_VIOLATION', pointer])
    })
  },
  { MARQUEE_LIMIT_VALIDATION_STEPS: String(steps) },
)
