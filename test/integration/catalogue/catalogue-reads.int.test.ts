import { beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../kit/pure/ids/hash.ts'
import { SYSTEM_PROJECT_ID, SYSTEM_TENANT_ID } from '../../../services/catalogue/index.ts'
import { bundle, CatalogueHarness, DEPRECATE, RETIRE, type Answer } from './catalogue-harness.ts'

type Page<Row> = {
  totalCount: number
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null }
  nodes: Row[]
}
type DefinitionPage = { definitions: Page<{ typeKey: string }> }

const harness = new CatalogueHarness()

describe('reading', () => {
  const PAGE = `query ($first: Int, $after: String) {
    definitions(filter: { search: "many/" }, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage endCursor }
      nodes { typeKey latestVersion { version definition { typeKey } } project { name subspace { space { owner { displayName } } } } versions(first: 2) { nodes { version } } }
    }
  }`

  beforeAll(async () => {
    for (let index = 0; index < 50; index++) await harness.submitAndPublish(`many/d${String(index).padStart(2, '0')}`)
  })

  it('needs the same number of statements for a page of 50 as for a page of 2', async () => {
    const count = async (first: number) => {
      harness.statements = 0
      const { data, errors } = await harness.ask<DefinitionPage>(PAGE, { first })
      expect(errors).toEqual([])
      expect(data!.definitions.nodes).toHaveLength(first)
      return harness.statements
    }
    const two = await count(2)
    expect(await count(50)).toBe(two)
    // The page, its count, version pages, versions, definitions of versions, projects, subspaces, spaces, principals.
    expect(two).toBeLessThanOrEqual(9)
  })

  it('pages newest first, without a gap and without repeating', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const answer: Answer<DefinitionPage> = await harness.ask<DefinitionPage>(PAGE, { first: 20, after })
      const { nodes, pageInfo, totalCount }: DefinitionPage['definitions'] = answer.data!.definitions
      expect(totalCount).toBe(50)
      expect(pageInfo.hasPreviousPage).toBe(after !== null)
      seen.push(...nodes.map(({ typeKey }) => typeKey))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    expect(seen).toHaveLength(50)
    expect(new Set(seen).size).toBe(50)
    expect(seen[0]).toBe('many/d49')
  })

  it.each([
    ['first: 0', 'definitions(first: 0) { totalCount }'],
    ['first: 10000', 'definitions(first: 10000) { totalCount }'],
    ['a broken cursor', 'definitions(after: "xyz") { totalCount }'],
    [
      'a cursor of another list',
      'definition(typeKey: "many/d00") { versions(after: "WyJkZWZpbml0aW9ucy1uZXdlc3QiXQ") { totalCount } }',
    ],
    ['neither id nor typeKey', 'definition { id }'],
    ['both id and typeKey', 'definition(id: "a", typeKey: "b") { id }'],
  ])('refuses %s', async (_, field) => {
    expect(await harness.refusal(`{ ${field} }`, {})).toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('filters by kind, status, project and text, and takes % and _ for themselves', async () => {
    await harness.submit('find/pod', '1.0.0', { kind: 'POD', title: '100% Sure_Thing' })
    const find = async (filter: Record<string, unknown>) => {
      const { data } = await harness.ask<DefinitionPage>(
        'query ($filter: DefinitionFilter) { definitions(filter: $filter) { nodes { typeKey } } }',
        { filter },
      )
      return data!.definitions.nodes.map(({ typeKey }) => typeKey)
    }
    expect(await find({ kinds: ['POD'] })).toEqual(['find/pod'])
    expect(await find({ kinds: ['POD'], statuses: ['PUBLISHED'] })).toEqual([])
    expect(await find({ search: '100% sure_' })).toEqual(['find/pod'])
    expect(await find({ search: 'FIND/' })).toEqual(['find/pod'])
    expect(await find({ search: 'f_nd' })).toEqual([])
    expect(await find({ search: '%' })).toEqual(['find/pod'])
    expect(await find({ search: 'find', projectId: SYSTEM_PROJECT_ID })).toEqual(['find/pod'])
    expect(await find({ search: 'find', projectId: 'nowhere' })).toEqual([])
  })

  it('lists versions greatest first by precedence, page by page', async () => {
    for (const number of ['1.9.0', '1.10.0-rc.1', '1.10.0', '2.0.0-alpha', '2.0.0'])
      await harness.submit('find/versions', number)
    const page = async (after: string | null) => {
      const { data } = await harness.ask<{ definition: { versions: Page<{ version: string }> } }>(
        'query ($after: String) { definition(typeKey: "find/versions") { versions(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { version } } } }',
        { after },
      )
      return data!.definition.versions
    }
    const first = await page(null)
    expect(first.nodes.map(({ version }) => version)).toEqual(['2.0.0', '2.0.0-alpha', '1.10.0'])
    const second = await page(first.pageInfo.endCursor)
    expect(second).toMatchObject({
      totalCount: 5,
      pageInfo: { hasNextPage: false },
      nodes: [{ version: '1.10.0-rc.1' }, { version: '1.9.0' }],
    })
    expect(await page(second.pageInfo.endCursor)).toEqual({
      totalCount: 5,
      pageInfo: { hasNextPage: false, endCursor: null },
      nodes: [],
    })
  })

  it('loads entities of all its types, null for those that are not there', async () => {
    const { id, definition } = await harness.submitAndPublish('find/entity')
    const representations = [
      { __typename: 'DefinitionVersion', id },
      { __typename: 'Definition', id: definition.id },
      { __typename: 'Project', id: SYSTEM_PROJECT_ID },
      { __typename: 'Definition', id: 'def-00000000' },
    ]
    const { data } = await harness.ask(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        __typename ... on DefinitionVersion { version definition { typeKey } } ... on Definition { typeKey latestVersion { version } } ... on Project { name }
      } }`,
      { representations },
    )
    expect(data!['_entities']).toEqual([
      { __typename: 'DefinitionVersion', version: '1.0.0', definition: { typeKey: 'find/entity' } },
      { __typename: 'Definition', typeKey: 'find/entity', latestVersion: { version: '1.0.0' } },
      { __typename: 'Project', name: 'Definitions' },
      null,
    ])
  })
})

describe('source, for those who make instances', () => {
  const forNew = (typeKey: string, version: string | null = null) =>
    harness.catalogue.source.forNewInstance(SYSTEM_TENANT_ID, typeKey, version)

  it('gives the greatest published version, and a newer one as soon as it is published', async () => {
    await harness.submitAndPublish('src/newest', '1.9.0', {
      bundle,
      defaultProps: { a: 1 },
      propsSchema: { type: 'object' },
    })
    const draft = await harness.submit('src/newest', '1.10.0')
    expect(await forNew('src/newest')).toMatchObject({
      typeKey: 'src/newest',
      definitionKind: 'COMPONENT',
      version: '1.9.0',
      defaultProps: { a: 1 },
      propsSchema: { type: 'object' },
      bundleUrl: `/bundles/${sha256Hex(bundle)}.js`,
    })
    await harness.publish(draft.id)
    expect((await forNew('src/newest')).version).toBe('1.10.0')
    expect((await forNew('src/newest', 'v1.9')).version).toBe('1.9.0')
  })

  it('gives a deprecated version to those who ask for it by number only', async () => {
    const one = await harness.submitAndPublish('src/deprecated')
    await harness.ask(DEPRECATE, { input: { definitionVersionId: one.id } })
    await expect(forNew('src/deprecated')).rejects.toMatchObject({ code: 'VERSION_NOT_PUBLISHED' })
    expect((await forNew('src/deprecated', '1.0.0')).id).toBe(one.id)
    await harness.ask(RETIRE, { input: { definitionId: one.definition.id } })
    await expect(forNew('src/deprecated', '1.0.0')).rejects.toMatchObject({ code: 'VERSION_NOT_PUBLISHED' })
    expect((await harness.catalogue.source.version(one.id)).version).toBe('1.0.0')
  })

  it('refuses what is not there, not published, or no version', async () => {
    await harness.submit('src/draft')
    await expect(forNew('src/draft')).rejects.toMatchObject({ code: 'VERSION_NOT_PUBLISHED' })
    await expect(forNew('src/draft', '1.0.0')).rejects.toMatchObject({ code: 'VERSION_NOT_PUBLISHED' })
    await expect(forNew('src/draft', '9.0.0')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(forNew('src/draft', 'latest')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await expect(forNew('src/nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(harness.catalogue.source.forNewInstance('another-tenant', 'src/draft', null)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(harness.catalogue.source.version('defv-00000000')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('asks the database once for a version that never changes, and each time for a draft', async () => {
    const draft = await harness.submit('src/kept')
    expect((await harness.catalogue.source.version(draft.id)).defaultProps).toEqual({})
    await harness.submit('src/kept', '1.0.0', { defaultProps: { a: 1 } })
    expect((await harness.catalogue.source.version(draft.id)).defaultProps).toEqual({ a: 1 })
    await harness.publish(draft.id)
    await harness.catalogue.source.version(draft.id)
    harness.statements = 0
    await harness.catalogue.source.version(draft.id)
    expect(harness.statements).toBe(0)
  })

  it('knows the project that things live in unless they say otherwise', async () => {
    expect(await harness.catalogue.source.project(SYSTEM_TENANT_ID, null)).toBe(SYSTEM_PROJECT_ID)
    expect(await harness.catalogue.source.project(SYSTEM_TENANT_ID, SYSTEM_PROJECT_ID)).toBe(SYSTEM_PROJECT_ID)
    await expect(harness.catalogue.source.project(SYSTEM_TENANT_ID, 'nowhere')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(harness.catalogue.source.project('another-tenant', SYSTEM_PROJECT_ID)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
