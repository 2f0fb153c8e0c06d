import { describe, expect, it } from 'vitest'
import { SYSTEM_TENANT_ID } from '../../../services/catalogue/index.ts'
import { anonymous, bundle, CatalogueHarness, DEPRECATE, member, PUBLISH, RETIRE, SUBMIT } from './catalogue-harness.ts'

type Report = {
  status: string
  checks: { name: string; ok: boolean; message: string | null; pointer: string | null }[]
  evaluatedAt: string
}
type Evaluated = {
  evaluation: Report
  definitionVersion: { status: string; evaluation: Report; definition: { status: string } }
}

const harness = new CatalogueHarness()
const report = '{ status checks { name ok message pointer } evaluatedAt }'
const EVALUATE = `mutation ($input: PublishDefinitionVersionInput!) { evaluateDefinitionVersion(input: $input) {
  evaluation ${report} definitionVersion { status evaluation ${report} definition { status } }
} }`

const evaluate = (definitionVersionId: string) => harness.write<Evaluated>(EVALUATE, { definitionVersionId })
const failing = {
  defaultProps: { title: 1 },
  propsSchema: { type: 'object', properties: { title: { type: 'string' } } },
}

describe('evaluateDefinitionVersion (S1-06)', () => {
  it('makes a DRAFT that passes SUBMITTED, keeps the report, and leaves one activity (S2-08)', async () => {
    const { id } = await harness.submit('eval/passes', '1.0.0', { bundle })
    harness.activities.length = 0
    const { evaluation, definitionVersion } = await evaluate(id)
    expect(evaluation.status).toBe('PASSED')
    expect(definitionVersion).toEqual({ status: 'SUBMITTED', evaluation, definition: { status: 'SUBMITTED' } })
    expect(harness.activities).toEqual([
      expect.objectContaining({ action: 'definition.evaluated', before: { status: 'DRAFT' }, resourceId: id }),
    ])
    expect((await harness.publish(id)).status).toBe('PUBLISHED')
  })

  it('leaves a version that fails a DRAFT and says what is wrong with it, with JSON pointers', async () => {
    const { id } = await harness.submit('eval/fails', '1.0.0', { ...failing, lifecycleTemplate: { allow: ['FLY'] } })
    const { evaluation, definitionVersion } = await evaluate(id)
    expect(definitionVersion.status).toBe('DRAFT')
    expect(evaluation).toMatchObject({
      status: 'FAILED',
      checks: expect.arrayContaining([
        { name: 'defaultProps', ok: false, message: 'must be string', pointer: '/defaultProps/title' },
        { name: 'lifecycleTemplate', ok: false, message: 'is not allowed here', pointer: '/lifecycleTemplate/allow' },
        { name: 'propsSchema', ok: true, message: null, pointer: null },
      ]),
    })
  })

  it('forgets the report when the version is submitted again with other content', async () => {
    const { id } = await harness.submit('eval/again', '1.0.0', { bundle })
    await evaluate(id)
    const again = await harness.submit('eval/again', '1.0.0', { bundle, defaultProps: { a: 1 } })
    expect(again.id).toBe(id)
    const { data } = await harness.ask(`{ definitionVersion(id: "${id}") { status evaluation { status } } }`)
    expect(data).toEqual({ definitionVersion: { status: 'DRAFT', evaluation: null } })
  })

  it('answers a repeat of its idempotency key with the first report, whatever became of the version', async () => {
    const { id } = await harness.submit('eval/once', '1.0.0', { bundle })
    const input = { definitionVersionId: id, idempotencyKey: 'evaluate-once' }
    const first = await harness.write<Evaluated>(EVALUATE, input)
    await harness.submit('eval/once', '1.0.0', failing)
    const again = await harness.write<Evaluated>(EVALUATE, input)
    expect(again.evaluation).toEqual(first.evaluation)
    expect(again.definitionVersion.status).toBe('DRAFT')
  })

  it('is IMMUTABLE for what is published, which keeps the report it was published with', async () => {
    const { id } = await harness.submitAndPublish('eval/published', '1.0.0', { bundle })
    expect(await harness.refusal(EVALUATE, { input: { definitionVersionId: id } })).toMatchObject({ code: 'IMMUTABLE' })
    const { data } = await harness.ask(`{ definitionVersion(id: "${id}") { evaluation { status } } }`, {}, anonymous)
    expect(data).toEqual({ definitionVersion: { evaluation: { status: 'PASSED' } } })
    await harness.deprecate(id)
    expect(await harness.refusal(EVALUATE, { input: { definitionVersionId: id } })).toMatchObject({ code: 'IMMUTABLE' })
  })

  it('is for administrators, and for versions that are there', async () => {
    const { id } = await harness.submit('eval/access')
    expect(await harness.refusal(EVALUATE, { input: { definitionVersionId: id } }, anonymous)).toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    expect(await harness.refusal(EVALUATE, { input: { definitionVersionId: id } }, member)).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await harness.refusal(EVALUATE, { input: { definitionVersionId: 'defv-00000000' } })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('the gate before publishing (S1-06)', () => {
  it('refuses what fails, names the checks, and changes nothing', async () => {
    const { id } = await harness.submit('gate/schema', '1.0.0', failing)
    harness.activities.length = 0
    expect(await harness.refusal(PUBLISH, { input: { definitionVersionId: id } })).toMatchObject({
      code: 'SCHEMA_VIOLATION',
      message: expect.stringContaining('/defaultProps/title'),
      details: {
        checks: [{ name: 'defaultProps', ok: false }],
        problems: [{ pointer: '/defaultProps/title', message: 'must be string' }],
      },
    })
    expect(harness.activities).toEqual([])
    expect((await harness.ask(`{ definitionVersion(id: "${id}") { status publishedAt } }`)).data).toEqual({
      definitionVersion: { status: 'DRAFT', publishedAt: null },
    })
  })

  it.each<[string, Record<string, unknown>, { code: string; pointer: string }]>([
    [
      'a template that does not only narrow (S2-06)',
      { lifecycleTemplate: { forbid: ['DELETE'] } },
      { code: 'BAD_USER_INPUT', pointer: '/lifecycleTemplate/forbid/0' },
    ],
    [
      'child requirements of another shape (S2-07)',
      { childRequirements: [{ role: 'a' }] },
      { code: 'BAD_USER_INPUT', pointer: '/childRequirements/0/kind' },
    ],
    [
      'an aggregation that there is none of (S0-37)',
      { statusAggregationContract: { aggregation_method: 'mean', status_priority: ['READY'] } },
      { code: 'BAD_USER_INPUT', pointer: '/statusAggregationContract/aggregation_method' },
    ],
    [
      'its own test cases where they fail (S1-06)',
      { tests: [{ name: 'never', props: {}, valid: false }] },
      { code: 'SCHEMA_VIOLATION', pointer: '/tests/0' },
    ],
    ['a complete one without a bundle', { complete: true }, { code: 'BAD_USER_INPUT', pointer: '/bundle' }],
    [
      'a complete one whose defaults are not',
      { bundle, complete: true, propsSchema: { type: 'object', required: ['title'] } },
      { code: 'SCHEMA_VIOLATION', pointer: '/defaultProps/title' },
    ],
  ])('refuses %s', async (_, content, { code, pointer }) => {
    const { id } = await harness.submit('gate/content', '1.0.0', content)
    expect(await harness.refusal(PUBLISH, { input: { definitionVersionId: id } })).toMatchObject({
      code,
      details: { problems: [{ pointer }] },
    })
  })

  it('lets a definition through whose parts all fit, and gives them back', async () => {
    const content = {
      bundle,
      complete: true,
      propsSchema: { type: 'object', required: ['title'], properties: { title: { type: 'string' } } },
      defaultProps: { title: 'Departures' },
      statusAggregationContract: {
        aggregation_method: 'min_severity',
        status_priority: ['ERROR', 'STALE', 'RUNNING', 'READY'],
      },
      lifecycleTemplate: { forbid: ['PAUSE', 'RESUME'] },
      childRequirements: [
        { role: 'clock', kind: 'DISPLAY', selector: { definitionTypeKey: 'display/clock' }, min: 0, max: 1 },
      ],
      tests: [{ name: 'a number is no title', props: { title: 1 }, valid: false }],
    }
    const { id } = await harness.submitAndPublish('gate/fits', '1.0.0', content)
    const { bundle: _, ...kept } = content
    const { data } = await harness.ask(`{ definitionVersion(id: "${id}") { ${Object.keys(kept).join(' ')} } }`)
    expect(data).toEqual({ definitionVersion: kept })
  })

  it('has one outcome when one publishes what another replaces with something that fails', async () => {
    const { id } = await harness.submit('gate/raced', '1.0.0', { bundle })
    const input = { typeKey: 'gate/raced', kind: 'COMPONENT', version: '1.0.0', ...failing }
    await Promise.all([harness.ask(PUBLISH, { input: { definitionVersionId: id } }), harness.ask(SUBMIT, { input })])
    const { data } = await harness.ask<{ definitionVersion: { status: string; defaultProps: object } }>(
      `{ definitionVersion(id: "${id}") { status defaultProps } }`,
    )
    expect([
      { status: 'PUBLISHED', defaultProps: {} },
      { status: 'DRAFT', defaultProps: failing.defaultProps },
    ]).toContainEqual(data!.definitionVersion)
  })
})

describe('what takes new instances', () => {
  const forNew = (typeKey: string, version: string | null = null) =>
    harness.catalogue.source.forNewInstance(SYSTEM_TENANT_ID, typeKey, version)

  it('is a deprecated version only when it is asked for by number, and a retired definition never', async () => {
    const { id, definition } = await harness.submitAndPublish('new/ends', '1.0.0', { bundle })
    await harness.write(DEPRECATE, { definitionVersionId: id })
    await expect(forNew('new/ends')).rejects.toMatchObject({ code: 'VERSION_NOT_PUBLISHED' })
    expect((await forNew('new/ends', '1.0.0')).id).toBe(id)
    await harness.write(RETIRE, { definitionId: definition.id })
    await expect(forNew('new/ends', '1.0.0')).rejects.toMatchObject({ code: 'VERSION_NOT_PUBLISHED' })
  })

  it('is no FORM, published or not: a part delivers it, and the refusal says which kinds there are (S2-26)', async () => {
    await harness.submit('new/form', '1.0.0', { kind: 'FORM' })
    await expect(forNew('new/form')).rejects.toMatchObject({ code: 'NOT_INSTANTIABLE' })
    await harness.publish((await harness.submit('new/form', '1.0.0', { kind: 'FORM' })).id)
    const refusal = await forNew('new/form').catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      code: 'NOT_INSTANTIABLE',
      details: { definitionKind: 'FORM', allowed: expect.arrayContaining(['COMPONENT', 'JOB']) },
    })
    expect(refusal).toMatchObject({ details: { allowed: expect.not.arrayContaining(['FORM']) } })
  })

  it.each(['SESSION', 'PART', 'POD', 'HOST', 'JOB', 'REPORT'])('is a %s definition (S2-22 to S2-28)', async (kind) => {
    const { id } = await harness.submitAndPublish(`new/${kind.toLowerCase()}`, '1.0.0', { kind })
    expect(await forNew(`new/${kind.toLowerCase()}`)).toMatchObject({ id, definitionKind: kind, lifecycleTemplate: {} })
  })
})
