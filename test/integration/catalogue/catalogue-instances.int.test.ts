import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { graphql, startMarquee, type GraphqlAnswer, type RunningMarquee } from '../../support/marquee.ts'

const SUBMIT =
  'mutation ($input: SubmitDefinitionInput!) { submitDefinition(input: $input) { definitionVersion { id definition { id } } } }'
const EVALUATE =
  'mutation ($input: PublishDefinitionVersionInput!) { evaluateDefinitionVersion(input: $input) { evaluation { status } definitionVersion { status } } }'
const PUBLISH =
  'mutation ($input: PublishDefinitionVersionInput!) { publishDefinitionVersion(input: $input) { definitionVersion { status } } }'
const DEPRECATE =
  'mutation ($input: PublishDefinitionVersionInput!) { deprecateDefinitionVersion(input: $input) { definitionVersion { status } } }'
const RETIRE = 'mutation ($input: RetireDefinitionInput!) { retireDefinition(input: $input) { definition { status } } }'
const CREATE =
  'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { instance { id definitionVersion { version } } } }'

type Submitted = { submitDefinition: { definitionVersion: { id: string; definition: { id: string } } } }
type Created = { createInstance: { instance: { id: string; definitionVersion: { version: string } } } }

let marquee: RunningMarquee
beforeAll(async () => {
  marquee = await startMarquee({ mode: 'embedded' })
})
afterAll(() => marquee?.stop())

const send = <Data>(source: string, input: object): Promise<GraphqlAnswer<Data>> =>
  graphql<Data>(marquee, source, { input })
const submit = async (input: object) =>
  (await send<Submitted>(SUBMIT, { version: '1.0.0', ...input })).data!.submitDefinition.definitionVersion
const create = (input: object) => send<Created>(CREATE, input)

describe('definitions and their instances, through the whole graph', () => {
  it('lets a definition through DRAFT, SUBMITTED, PUBLISHED, DEPRECATED and RETIRED, and its instances with it (S1-02, S1-06, S2-08)', async () => {
    const { id, definition } = await submit({
      typeKey: 'life/screen',
      kind: 'COMPONENT',
      bundle: 'export const mount = () => {}',
    })
    const input = { definitionTypeKey: 'life/screen' }
    expect((await create(input)).errors?.[0]?.extensions.code).toBe('VERSION_NOT_PUBLISHED')
    expect((await send(EVALUATE, { definitionVersionId: id })).data).toEqual({
      evaluateDefinitionVersion: { evaluation: { status: 'PASSED' }, definitionVersion: { status: 'SUBMITTED' } },
    })
    expect((await create(input)).errors?.[0]?.extensions.code).toBe('VERSION_NOT_PUBLISHED')
    await send(PUBLISH, { definitionVersionId: id })
    const made = (await create(input)).data!.createInstance.instance
    await send(DEPRECATE, { definitionVersionId: id })
    expect((await create(input)).errors?.[0]?.extensions.code).toBe('VERSION_NOT_PUBLISHED')
    expect(
      (await create({ ...input, definitionVersion: '1.0.0' })).data?.createInstance.instance.definitionVersion,
    ).toEqual({ version: '1.0.0' })
    await send(RETIRE, { definitionId: definition.id })
    expect((await create({ ...input, definitionVersion: '1.0.0' })).errors?.[0]?.extensions.code).toBe(
      'VERSION_NOT_PUBLISHED',
    )
    const { data } = await graphql(
      marquee,
      `{ instance(id: "${made.id}") { definitionVersion { version status definition { status } } } }`,
    )
    expect(data).toEqual({
      instance: { definitionVersion: { version: '1.0.0', status: 'RETIRED', definition: { status: 'RETIRED' } } },
    })
  })

  it('makes no instance of a FORM, whatever kind of instance is asked for (S2-26)', async () => {
    const { id } = await submit({ typeKey: 'life/form', kind: 'FORM' })
    await send(PUBLISH, { definitionVersionId: id })
    for (const kind of ['DISPLAY', 'JOB', 'SESSION_PART']) {
      const { errors } = await create({ kind, definitionTypeKey: 'life/form' })
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_INSTANTIABLE', details: { definitionKind: 'FORM' } })
    }
  })

  it('has no content packages unless the operator names a folder for them', async () => {
    const { errors } = await send(
      'mutation ($input: SyncDefinitionContentInput!) { syncDefinitionContent(input: $input) { status } }',
      { package: 'none' },
    )
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('MARQUEE_CONTENT_DIR'),
      extensions: { code: 'NOT_FOUND' },
    })
  })
})
