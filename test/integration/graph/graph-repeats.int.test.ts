import { beforeAll, describe, expect, it } from 'vitest'
import { ask, refusal, unique } from '../../support/graph/graph-client.ts'
import {
  bulk,
  emit,
  publish,
  publishScreen,
  readInstance,
  submit,
  submitVersion,
  write,
  writes,
  type Definition,
} from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'

type Input = Record<string, unknown>

eachMode('repeated and conditional writes', (marquee) => {
  let screen: Definition
  const create = async (input: Input = {}) =>
    (await write(marquee, 'createInstance', { definitionTypeKey: screen.typeKey, ...input })).instance
  const revisionOf = async (id: string) => (await readInstance(marquee, id))?.revision

  beforeAll(async () => {
    screen = await publishScreen(marquee)
  })

  /** A write of each kind, the same with another body, and an instance it is about. */
  const cases: Record<string, (id: string) => { document: string; input: Input; other: Input }> = {
    createInstance: () => ({
      document: writes.createInstance,
      input: { definitionTypeKey: screen.typeKey, name: unique() },
      other: { definitionTypeKey: screen.typeKey },
    }),
    updateInstance: (id) => ({
      document: writes.updateInstance,
      input: { id, name: unique() },
      other: { id, name: null },
    }),
    patchProps: (id) => ({
      document: writes.patchProps,
      input: { id, patch: { title: 'one' } },
      other: { id, patch: { title: 'two' } },
    }),
    replaceProps: (id) => ({
      document: writes.replaceProps,
      input: { id, props: { title: 'one' } },
      other: { id, props: { title: 'two' } },
    }),
    setPlacement: (id) => ({
      document: writes.setPlacement,
      input: { id, placement: { tags: ['one'] } },
      other: { id, placement: { tags: ['two'] } },
    }),
    addTags: (id) => ({ document: writes.addTags, input: { id, tags: ['one'] }, other: { id, tags: ['two'] } }),
    removeTags: (id) => ({ document: writes.removeTags, input: { id, tags: ['there'] }, other: { id, tags: ['two'] } }),
  }

  describe.each(Object.keys(cases))('%s with an idempotency key', (name) => {
    const prepare = async () => {
      const { id } = await create({ placement: { tags: ['there'] } })
      const idempotencyKey = unique()
      const { document, input, other } = (cases[name] as (typeof cases)[string])(id)
      const send = async (body: Input) =>
        (
          await ask<Record<string, { revision: number; changeId: string; instance: { id: string } }>>(
            marquee,
            document,
            { input: { ...body, idempotencyKey } },
          )
        )[name]!
      return { id, document, input, other, idempotencyKey, send }
    }

    it('answers a repeat with the first result, even after later changes, and writes nothing', async () => {
      const { send, input } = await prepare()
      const first = await send(input)
      await write(marquee, 'patchProps', { id: first.instance.id, patch: { count: 7 } })
      const before = await revisionOf(first.instance.id)
      const again = await send(input)
      expect(again).toMatchObject({
        revision: first.revision,
        changeId: first.changeId,
        instance: { id: first.instance.id },
      })
      expect(await revisionOf(first.instance.id)).toBe(before)
    })

    it('refuses the key with another body, and writes nothing', async () => {
      const { id, send, input, other, document, idempotencyKey } = await prepare()
      await send(input)
      const before = await revisionOf(id)
      expect((await refusal(marquee, document, { input: { ...other, idempotencyKey } })).extensions.code).toBe(
        'IDEMPOTENCY_MISMATCH',
      )
      expect(await revisionOf(id)).toBe(before)
    })

    it('makes one change of many that race with one key', async () => {
      const { send, input } = await prepare()
      const answers = await Promise.all(Array.from({ length: 8 }, () => send(input)))
      expect(new Set(answers.map(({ changeId }) => changeId)).size).toBe(1)
      expect(new Set(answers.map(({ instance, revision }) => `${instance.id} ${revision}`)).size).toBe(1)
    })
  })

  it('knows a key across operations and instances: it belongs to one write', async () => {
    const [one, two] = [await create(), await create()]
    const idempotencyKey = unique()
    await write(marquee, 'patchProps', { id: one.id, patch: { count: 1 }, idempotencyKey })
    for (const [document, input] of [
      [writes.patchProps, { id: two.id, patch: { count: 1 } }],
      [writes.replaceProps, { id: one.id, props: { count: 1 } }],
      [bulk, { filter: { ids: [one.id] }, patch: { count: 1 } }],
      [emit, { id: one.id, event: 'tap' }],
    ] as const) {
      expect((await refusal(marquee, document, { input: { ...input, idempotencyKey } })).extensions.code).toBe(
        'IDEMPOTENCY_MISMATCH',
      )
    }
    expect([await revisionOf(one.id), await revisionOf(two.id)]).toEqual([2, 1])
  })

  it('does not spend the key of a write that was refused', async () => {
    const { id } = await create()
    const idempotencyKey = unique()
    expect(
      (await refusal(marquee, writes.patchProps, { input: { id, patch: { count: -1 }, idempotencyKey } })).extensions
        .code,
    ).toBe('SCHEMA_VIOLATION')
    expect((await write(marquee, 'patchProps', { id, patch: { count: 1 }, idempotencyKey })).revision).toBe(2)
  })

  it('remembers an equal write under its key too', async () => {
    const { id } = await create({ props: { title: 'Same' } })
    const idempotencyKey = unique()
    const first = await write(marquee, 'patchProps', { id, patch: { title: 'Same' }, idempotencyKey })
    await write(marquee, 'patchProps', { id, patch: { title: 'Other' } })
    expect(await write(marquee, 'patchProps', { id, patch: { title: 'Same' }, idempotencyKey })).toMatchObject({
      revision: 1,
      changeId: first.changeId,
    })
    expect((await readInstance(marquee, id))?.props).toEqual({ title: 'Other' })
  })

  it('submits and publishes a definition once per key', async () => {
    const [submitKey, publishKey, typeKey] = [unique(), unique(), `test/${unique()}`]
    const input = { typeKey, kind: 'COMPONENT', version: '1.0.0', idempotencyKey: submitKey }
    const version = async () =>
      (await ask<{ submitDefinition: { definitionVersion: { id: string } } }>(marquee, submit, { input }))
        .submitDefinition.definitionVersion.id
    const id = await version()
    await ask(marquee, publish, { input: { definitionVersionId: id, idempotencyKey: publishKey } })
    expect(await version()).toBe(id)
    await ask(marquee, publish, { input: { definitionVersionId: id, idempotencyKey: publishKey } })
    expect((await refusal(marquee, publish, { input: { definitionVersionId: id } })).extensions.code).toBe('IMMUTABLE')
    expect((await refusal(marquee, submit, { input: { ...input, version: '2' } })).extensions.code).toBe(
      'IDEMPOTENCY_MISMATCH',
    )
    const other = await submitVersion(marquee)
    expect(
      (await refusal(marquee, publish, { input: { definitionVersionId: other.versionId, idempotencyKey: publishKey } }))
        .extensions.code,
    ).toBe('IDEMPOTENCY_MISMATCH')
  })

  describe('expectedRevision', () => {
    const guarded: [keyof typeof writes, Input, Input][] = [
      ['patchProps', { patch: { count: 1 } }, { patch: { count: 2 } }],
      ['replaceProps', { props: { count: 1 } }, { props: { count: 2 } }],
      ['updateInstance', { metadata: { a: 1 } }, { metadata: { a: 2 } }],
      ['setPlacement', { placement: { tags: ['a'] } }, { placement: { tags: ['b'] } }],
      ['addTags', { tags: ['a'] }, { tags: ['b'] }],
      ['removeTags', { tags: ['there'] }, { tags: ['also'] }],
    ]

    it.each(guarded)(
      'lets %s through at that revision and answers CONFLICT with the present one at any other',
      async (name, input, next) => {
        const { id } = await create({ placement: { tags: ['there', 'also'] } })
        expect((await write(marquee, name, { id, ...input, expectedRevision: 1 })).revision).toBe(2)
        for (const expectedRevision of [1, 3, 2_000_000]) {
          const { extensions } = await refusal(marquee, writes[name], { input: { id, ...next, expectedRevision } })
          expect(extensions).toMatchObject({ code: 'CONFLICT', retryable: false, details: { currentRevision: 2 } })
        }
        expect(await revisionOf(id)).toBe(2)
      },
    )

    it('lets exactly one of many racing writers through', async () => {
      const { id } = await create()
      const outcomes = await Promise.allSettled(
        Array.from({ length: 10 }, (_, count) =>
          write(marquee, 'patchProps', { id, patch: { count }, expectedRevision: 1 }),
        ),
      )
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await revisionOf(id)).toBe(2)
    })

    it('gives a repeat with the same key its first result although the revision is now another', async () => {
      const { id } = await create()
      const input = { id, patch: { count: 1 }, expectedRevision: 1, idempotencyKey: unique() }
      const first = await write(marquee, 'patchProps', input)
      expect(await write(marquee, 'patchProps', input)).toMatchObject({ revision: 2, changeId: first.changeId })
    })
  })
})
