import { describe, expect, it } from 'vitest'
import { ask, pointersOf, refusal, unique } from '../../support/graph/graph-client.ts'
import {
  bulk,
  emit,
  publish,
  publishVersion,
  screenSchema,
  submit,
  submitVersion,
  writes,
} from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { unharmed } from '../../support/graph/graph-witness.ts'

type Input = Record<string, unknown>

eachMode('writes that are refused', (marquee) => {
  const witness = unharmed(marquee, async ({ typeKey }) => {
    const schemas = {
      propsSchema: screenSchema,
      parametersSchema: { type: 'object', properties: { speed: { type: 'number' } } },
    }
    const retired = await publishVersion(marquee)
    await ask(
      marquee,
      'mutation ($input: RetireDefinitionInput!) { retireDefinition(input: $input) { definition { status } } }',
      {
        input: { definitionId: retired.definitionId },
      },
    )
    return {
      needing: await publishVersion(marquee, schemas),
      draft: await submitVersion(marquee),
      older: await submitVersion(marquee, { typeKey, version: '1.0.0-rc.1' }),
      pipeline: await publishVersion(marquee, { kind: 'PIPELINE' }),
      retired,
    }
  })
  const refuse = (name: keyof typeof writes, input: Input) => refusal(marquee, writes[name], { input })
  const make = (input: Input) => refuse('createInstance', { definitionTypeKey: witness.screen.typeKey, ...input })
  const patch = (value: unknown, input: Input = {}) => refuse('patchProps', { id: witness.id, patch: value, ...input })

  describe('props that break the schema', () => {
    const wrong = { title: 'x'.repeat(41), level: 'loud', count: -1, alert: { text: 5, more: true } }
    // One place for one prop, whatever brought it there: a form shows it beside its field.
    const pointers = ['/alert/more', '/alert/text', '/count', '/level', '/title'].map((pointer) => `/props${pointer}`)

    it('are refused with every violation and its JSON pointer: to one that is made', async () => {
      const refused = await make({ props: wrong })
      expect(refused.extensions).toMatchObject({ code: 'SCHEMA_VIOLATION', retryable: false })
      expect(pointersOf(refused)).toEqual(pointers)
    })

    it.each([
      ['patched', 'patchProps', 'patch'],
      ['replaced', 'replaceProps', 'props'],
    ] as const)('are refused with every violation and its JSON pointer: to one that is %s', async (_, name, member) => {
      const refused = await refuse(name, { id: witness.id, [member]: wrong })
      expect(refused.extensions.code).toBe('SCHEMA_VIOLATION')
      expect(pointersOf(refused)).toEqual(pointers)
    })

    it('are refused where a member that is needed would go', async () => {
      const refused = await make({ definitionTypeKey: witness.made.needing.typeKey })
      expect([refused.extensions.code, pointersOf(refused)]).toEqual(['SCHEMA_VIOLATION', ['/props/title']])
    })

    it('are refused for config too', async () => {
      const refused = await make({
        definitionTypeKey: witness.made.needing.typeKey,
        props: { title: 'x' },
        config: { speed: 'fast' },
      })
      expect([refused.extensions.code, pointersOf(refused)]).toEqual(['SCHEMA_VIOLATION', ['/config/speed']])
    })
  })

  describe('a definition that cannot be used', () => {
    it('is unknown, unpublished, retired, of another kind, or has no such version', async () => {
      const { draft, retired, pipeline } = witness.made
      const codeOf = async (input: Input) => (await make(input)).extensions.code
      expect(await codeOf({ definitionTypeKey: 'no/such-thing' })).toBe('NOT_FOUND')
      expect(await codeOf({ definitionTypeKey: draft.typeKey })).toBe('VERSION_NOT_PUBLISHED')
      expect(await codeOf({ definitionTypeKey: draft.typeKey, definitionVersion: '1.0.0' })).toBe(
        'VERSION_NOT_PUBLISHED',
      )
      expect(await codeOf({ definitionTypeKey: retired.typeKey })).toBe('VERSION_NOT_PUBLISHED')
      expect(await codeOf({ definitionTypeKey: retired.typeKey, definitionVersion: '1.0.0' })).toBe(
        'VERSION_NOT_PUBLISHED',
      )
      expect(await codeOf({ definitionVersion: '9.9.9' })).toBe('NOT_FOUND')
      expect(await codeOf({ definitionTypeKey: pipeline.typeKey })).toBe('NOT_INSTANTIABLE')
      expect(pointersOf(await make({ definitionTypeKey: null }))).toEqual(['/definitionTypeKey'])
    })

    it.each(['1.x', '', 'latest', '1.2.3.4', '-1', '01.0.0', '1.0.0+build', `1.${'9'.repeat(80)}`])(
      'has a malformed version: %s',
      async (version) => {
        expect((await make({ definitionVersion: version })).extensions.code).toBe('BAD_USER_INPUT')
        expect(
          (await refusal(marquee, submit, { input: { typeKey: witness.screen.typeKey, kind: 'COMPONENT', version } }))
            .extensions.code,
        ).toBe('BAD_USER_INPUT')
      },
    )

    it('is submitted with schemas that do not compile: each problem has its pointer', async () => {
      const refused = await refusal(marquee, submit, {
        input: {
          typeKey: `test/${unique()}`,
          kind: 'COMPONENT',
          version: '1.0.0',
          propsSchema: { type: 'object', properties: { a: { type: 'strin' } } },
          parametersSchema: { type: 'object', properties: { b: { pattern: '(' } } },
        },
      })
      expect(refused.extensions.code).toBe('SCHEMA_VIOLATION')
      const pointers = pointersOf(refused)
      expect(pointers.some((pointer) => pointer.startsWith('/propsSchema/properties/a'))).toBe(true)
      expect(pointers.some((pointer) => pointer.startsWith('/parametersSchema'))).toBe(true)
    })

    it('is submitted again under a published number, or published below it', async () => {
      const input = { typeKey: witness.screen.typeKey, kind: 'COMPONENT' }
      expect((await refusal(marquee, submit, { input: { ...input, version: 'v1' } })).extensions.code).toBe('IMMUTABLE')
      expect(
        (await refusal(marquee, publish, { input: { definitionVersionId: witness.screen.versionId } })).extensions.code,
      ).toBe('IMMUTABLE')
      expect(
        (await refusal(marquee, publish, { input: { definitionVersionId: 'defv-00000000' } })).extensions.code,
      ).toBe('NOT_FOUND')
      const { extensions } = await refusal(marquee, publish, {
        input: { definitionVersionId: witness.made.older.versionId },
      })
      expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', details: { latest: '1.0.0' } })
    })

    it('has a bundle that is no component', async () => {
      for (const bundle of ['export const a = 1', 'not javascript (', 'export function mount() {}\0']) {
        const { extensions } = await refusal(marquee, submit, {
          input: { typeKey: `test/${unique()}`, kind: 'COMPONENT', version: '1', bundle },
        })
        expect(extensions.code).toBe('BAD_USER_INPUT')
      }
    })
  })

  it('a missing or foreign instance is NOT_FOUND to every write', async () => {
    for (const id of ['inst-00000000', 'nonsense', '', "inst-' OR 1=1", 'inst-\u0000', witness.screen.definitionId]) {
      const inputs: [string, Input][] = [
        [writes.patchProps, { patch: { title: 'x' } }],
        [writes.replaceProps, { props: {} }],
        [writes.updateInstance, { name: 'x' }],
        [writes.setPlacement, { placement: {} }],
        [writes.addTags, { tags: ['x'] }],
        [writes.removeTags, { tags: ['x'] }],
        [emit, { event: 'tap' }],
      ]
      for (const [document, input] of inputs) {
        const { extensions } = await refusal(marquee, document, { input: { id, ...input } })
        expect(id.includes('\0') ? ['BAD_USER_INPUT', 'NOT_FOUND'] : ['NOT_FOUND'], `${id} ${document}`).toContain(
          extensions.code,
        )
      }
    }
    expect((await make({ parentId: 'inst-00000000' })).extensions.code).toBe('NOT_FOUND')
    expect((await make({ projectId: 'prj-unknown' })).extensions.code).toBe('NOT_FOUND')
  })

  it('a stale expectedRevision is CONFLICT with the present one', async () => {
    expect((await patch({ title: 'New' }, { expectedRevision: 7 })).extensions).toMatchObject({
      code: 'CONFLICT',
      details: { currentRevision: 1 },
    })
    expect(pointersOf(await patch({ title: 'New' }, { expectedRevision: 0 }))).toEqual(['/expectedRevision'])
  })

  it('an empty bulk filter is EMPTY_SELECTOR, and a wrong one BAD_USER_INPUT with pointers', async () => {
    const bulkRefusal = (filter: unknown) => refusal(marquee, bulk, { input: { filter, patch: { title: 'x' } } })
    expect((await bulkRefusal({})).extensions.code).toBe('EMPTY_SELECTOR')
    const wrong = await bulkRefusal({
      ids: ['nope'],
      near: { lat: 91, lng: 181, radiusMeters: -1 },
      within: { south: 10, north: -10, west: 0, east: 1 },
    })
    expect(wrong.extensions.code).toBe('BAD_USER_INPUT')
    expect(pointersOf(wrong)).toEqual(['/ids/0', '/near/lat', '/near/lng', '/near/radiusMeters', '/within'])
  })

  it('free fields that are not right are named one by one', async () => {
    const refused = await make({
      name: ' ',
      maxVersion: '3',
      idempotencyKey: 'x'.repeat(201),
      webhooks: { onError: 'ftp://example.org', onInteraction: 'nope' },
      timeslot: { start: '2026-01-02T00:00:00Z', end: '2026-01-01T00:00:00Z' },
    })
    expect(refused.extensions.code).toBe('BAD_USER_INPUT')
    expect(pointersOf(refused)).toEqual([
      '/idempotencyKey',
      '/name',
      '/timeslot/end',
      '/webhooks/onError',
      '/webhooks/onInteraction',
    ])
  })

  it('a placement off the earth, in no time zone, or with tags that are none is refused with pointers', async () => {
    const placement = {
      location: 'No Slug',
      geo: { lat: -90.1, lng: 180.1 },
      timezone: '+02:00',
      tags: ['ok', '', 'a,b'],
    }
    const pointers = ['/geo/lat', '/geo/lng', '/location', '/tags/1', '/tags/2', '/timezone'].map(
      (pointer) => `/placement${pointer}`,
    )
    expect(pointersOf(await make({ placement }))).toEqual(pointers)
    expect(pointersOf(await refuse('setPlacement', { id: witness.id, placement }))).toEqual(pointers)
    expect(pointersOf(await refuse('addTags', { id: witness.id, tags: ['ok', ' '] }))).toEqual(['/tags/1'])
    const many = Array.from({ length: 65 }, (_, index) => `t${index}`)
    expect(pointersOf(await refuse('addTags', { id: witness.id, tags: many }))).toEqual(['/tags'])
  })
})
