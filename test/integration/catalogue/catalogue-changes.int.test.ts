import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../kit/pure/ids/hash.ts'
import { SYSTEM_PRINCIPAL_ID } from '../../../services/catalogue/index.ts'
import {
  admin,
  bundle,
  CatalogueHarness,
  DEPRECATE,
  PUBLISH,
  RETIRE,
  stranger,
  SUBMIT,
  type ShownVersion,
} from './catalogue-harness.ts'

const harness = new CatalogueHarness()

describe('submitDefinition', () => {
  it('makes a definition and its first version, DRAFT, with one activity (S1-24)', async () => {
    const version = await harness.submit('made/first', 'v1', { bundle, title: 'First' })
    expect(version).toMatchObject({
      version: '1.0.0',
      status: 'DRAFT',
      bundleUrl: `/bundles/${sha256Hex(bundle)}.js`,
      publishedAt: null,
      definition: { status: 'DRAFT', latestVersion: null },
    })
    expect(version.id).toMatch(/^defv-[0-9a-z]{8}$/)
    expect(version.definition.id).toMatch(/^def-[0-9a-z]{8}$/)
    expect(harness.activities).toEqual([
      expect.objectContaining({ action: 'definition.submitted', resourceId: version.id, actorId: SYSTEM_PRINCIPAL_ID }),
    ])
    expect(harness.activities[0]!.changeId).toMatch(/^chg-[0-9a-z]{16}$/)
    expect(await harness.catalogue.bundle(sha256Hex(bundle))).toBe(bundle)
    expect(await harness.catalogue.bundle('0'.repeat(64))).toBeNull()
    expect(await harness.catalogue.bundle("' OR 1=1")).toBeNull()
  })

  it('replaces a DRAFT of the same number and keeps its id', async () => {
    const first = await harness.submit('made/replaced')
    const again = await harness.submit('made/replaced', '1', { defaultProps: { title: 'x' } })
    expect(again.id).toBe(first.id)
    expect(again.contentHash).not.toBe(first.contentHash)
    const { data } = await harness.ask(
      '{ definition(typeKey: "made/replaced") { versions { totalCount nodes { defaultProps } } } }',
    )
    expect(data).toEqual({ definition: { versions: { totalCount: 1, nodes: [{ defaultProps: { title: 'x' } }] } } })
  })

  it('does not touch what has been published, whatever its status now', async () => {
    const version = await harness.submitAndPublish('made/immutable')
    const input = { typeKey: 'made/immutable', kind: 'COMPONENT', version: '1.0.0', defaultProps: { a: 1 } }
    expect(await harness.refusal(SUBMIT, { input })).toMatchObject({ code: 'IMMUTABLE' })
    await harness.ask(DEPRECATE, { input: { definitionVersionId: version.id } })
    expect(await harness.refusal(SUBMIT, { input })).toMatchObject({ code: 'IMMUTABLE' })
  })

  it('takes two first submissions of one type key at once: one definition, both versions', async () => {
    const [one, two] = await Promise.all([harness.submit('made/raced', '1.0.0'), harness.submit('made/raced', '2.0.0')])
    expect(one.definition.id).toBe(two.definition.id)
  })

  it.each([
    ['a malformed type key', { typeKey: 'Made Wrong' }, { code: 'BAD_USER_INPUT', pointer: '/typeKey' }],
    [
      'a schema that does not compile',
      { propsSchema: { type: 'text' } },
      { code: 'SCHEMA_VIOLATION', pointer: '/propsSchema/type' },
    ],
    ['a null default', { defaultProps: { a: null } }, { code: 'SCHEMA_VIOLATION', pointer: '/defaultProps/a' }],
    ['a bundle without mount', { bundle: 'export const a = 1' }, { code: 'BAD_USER_INPUT', pointer: '/bundle' }],
    ['a bundle for what shows nothing', { bundle, kind: 'POD' }, { code: 'BAD_USER_INPUT', pointer: '/bundle' }],
  ])('refuses %s, points at it, and writes nothing', async (_, wrong, { code, pointer }) => {
    const input = { typeKey: 'made/wrong', kind: 'COMPONENT', version: '1.0.0', ...wrong }
    const { message, ...extensions } = await harness.refusal(SUBMIT, { input })
    expect(extensions).toMatchObject({
      code,
      retryable: false,
      requestId: 'req-test',
      details: { problems: expect.arrayContaining([expect.objectContaining({ pointer })]) },
    })
    expect(message).toContain(pointer)
    expect((await harness.ask('{ definition(typeKey: "made/wrong") { id } }')).data).toEqual({ definition: null })
    expect(harness.activities).toEqual([])
  })

  it('refuses a version that is no semver, a bundle over 1 MB, and another kind under the same key', async () => {
    await harness.submit('made/kind')
    const input = { typeKey: 'made/kind', kind: 'COMPONENT', version: '2.0.0' }
    expect(await harness.refusal(SUBMIT, { input: { ...input, version: 'latest' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
    expect(
      await harness.refusal(SUBMIT, { input: { ...input, bundle: `${bundle}//${'x'.repeat(1024 * 1024)}` } }),
    ).toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
      details: { limitBytes: 1024 * 1024 },
    })
    expect(await harness.refusal(SUBMIT, { input: { ...input, kind: 'POD' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
    expect(await harness.refusal(SUBMIT, { input: { ...input, projectId: 'nowhere' } })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await harness.refusal(SUBMIT, { input: { ...input, title: 'x\0y' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })

  it('does the work of one idempotency key once, at whatever time it is sent again', async () => {
    const input = { typeKey: 'made/once', kind: 'COMPONENT', version: '1.0.0', idempotencyKey: 'key-1' }
    const send = () => harness.ask<{ submitDefinition: { definitionVersion: ShownVersion } }>(SUBMIT, { input })
    const answers = [...(await Promise.all([send(), send(), send()])), await send()]
    expect(answers.flatMap(({ errors }) => errors)).toEqual([])
    expect(new Set(answers.map(({ data }) => data!.submitDefinition.definitionVersion.id)).size).toBe(1)
    expect(harness.activities).toHaveLength(1)
    expect(await harness.refusal(SUBMIT, { input: { ...input, title: 'Other' } })).toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    })
  })

  it('frees an idempotency key whose work was refused', async () => {
    const published = await harness.submitAndPublish('made/freed')
    const input = { definitionVersionId: published.id, idempotencyKey: 'key-2' }
    expect(await harness.refusal(PUBLISH, { input })).toMatchObject({ code: 'IMMUTABLE' })
    const next = await harness.submit('made/freed', '1.1.0')
    expect((await harness.ask(PUBLISH, { input: { ...input, definitionVersionId: next.id } })).errors).toEqual([])
  })
})

describe('publishing', () => {
  it('makes the version the latest and the definition PUBLISHED', async () => {
    const version = await harness.submitAndPublish('pub/one')
    expect(version).toMatchObject({
      status: 'PUBLISHED',
      definition: { status: 'PUBLISHED', latestVersion: { version: '1.0.0' } },
    })
    expect(version.publishedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect(harness.activities.map(({ action }) => action)).toEqual(['definition.submitted', 'definition.published'])
  })

  it('takes only versions greater than every published one of their line, deprecated ones included', async () => {
    await harness.submitAndPublish('pub/greater', '1.9.0')
    const greatest = await harness.submitAndPublish('pub/greater', '1.10.0')
    await harness.submitAndPublish('pub/greater', '1.9.1')
    await harness.ask(DEPRECATE, { input: { definitionVersionId: greatest.id } })
    for (const number of ['1.10.0-rc.1', '1.10.0-beta.9']) {
      const { id } = await harness.submit('pub/greater', number)
      expect(await harness.refusal(PUBLISH, { input: { definitionVersionId: id } })).toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { latest: '1.10.0' },
      })
    }
    expect((await harness.submitAndPublish('pub/greater', '1.10.1')).definition.latestVersion).toEqual({
      version: '1.10.1',
    })
  })

  it('keeps a release the latest when a pre-release or a fix of an older line follows', async () => {
    await harness.submitAndPublish('pub/line', '1.0.0')
    await harness.submitAndPublish('pub/line', '2.0.0')
    for (const number of ['2.1.0-beta.1', '1.0.1']) {
      expect((await harness.submitAndPublish('pub/line', number)).definition.latestVersion).toEqual({
        version: '2.0.0',
      })
    }
  })

  it('has one winner when two publish the same version at once', async () => {
    const { id } = await harness.submit('pub/raced')
    const answers = await Promise.all([1, 2].map(() => harness.ask(PUBLISH, { input: { definitionVersionId: id } })))
    const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']))
    expect(codes).toEqual(['IMMUTABLE'])
    expect(harness.activities.filter(({ action }) => action === 'definition.published')).toHaveLength(1)
  })

  it('ends with the greatest version as the latest, however two race', async () => {
    const [lesser, greater] = [await harness.submit('pub/order', '1.0.0'), await harness.submit('pub/order', '2.0.0')]
    await Promise.all([greater, lesser].map(({ id }) => harness.ask(PUBLISH, { input: { definitionVersionId: id } })))
    const { data } = await harness.ask('{ definition(typeKey: "pub/order") { latestVersion { version } } }')
    expect(data).toEqual({ definition: { latestVersion: { version: '2.0.0' } } })
  })

  it('is final: the database itself refuses a change of a published version', async () => {
    const { id } = await harness.submitAndPublish('pub/trigger')
    const change = harness.pool.query(
      `UPDATE catalogue.definition_version SET default_props = '{"a":1}' WHERE id = $1`,
      [id],
    )
    await expect(change).rejects.toMatchObject({ code: 'MQ001' })
    await expect(
      harness.pool.query('DELETE FROM catalogue.definition_version WHERE id = $1', [id]),
    ).rejects.toMatchObject({ code: 'MQ001' })
  })

  it('goes on to DEPRECATED and RETIRED, and nowhere else', async () => {
    const one = await harness.submitAndPublish('pub/end', '1.0.0')
    const two = await harness.submitAndPublish('pub/end', '2.0.0')
    const draft = await harness.submit('pub/end', '3.0.0')
    expect(await harness.refusal(DEPRECATE, { input: { definitionVersionId: draft.id } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from: 'DRAFT', allowed: ['SUBMITTED', 'PUBLISHED', 'RETIRED'] },
    })
    expect(await harness.deprecate(two.id)).toMatchObject({
      status: 'DEPRECATED',
      definition: { status: 'PUBLISHED', latestVersion: { version: '1.0.0' } },
    })
    const retired = await harness.ask(RETIRE, { input: { definitionId: one.definition.id, reason: 'over' } })
    expect(retired.data).toMatchObject({ retireDefinition: { definition: { status: 'RETIRED', latestVersion: null } } })
    expect(await harness.refusal(PUBLISH, { input: { definitionVersionId: draft.id } })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
    expect(await harness.refusal(RETIRE, { input: { definitionId: one.definition.id } })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
    const input = { typeKey: 'pub/end', kind: 'COMPONENT', version: '4.0.0' }
    expect(await harness.refusal(SUBMIT, { input })).toMatchObject({ code: 'INVALID_TRANSITION' })
  })

  it('knows nothing of ids that are not the tenant’s', async () => {
    const { id, definition } = await harness.submit('pub/foreign')
    for (const viewer of [admin, stranger]) {
      const definitionVersionId = viewer === admin ? 'defv-00000000' : id
      expect(await harness.refusal(PUBLISH, { input: { definitionVersionId } }, viewer)).toMatchObject({
        code: 'NOT_FOUND',
      })
    }
    expect(await harness.refusal(RETIRE, { input: { definitionId: definition.id } }, stranger)).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(
      (
        await harness.ask(
          `{ definition(id: "${definition.id}") { id } definitionVersion(id: "${id}") { id } }`,
          {},
          stranger,
        )
      ).data,
    ).toEqual({
      definition: null,
      definitionVersion: null,
    })
  })
})
