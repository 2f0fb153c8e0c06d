import { describe, expect, it } from 'vitest'
import { graphql } from '../../support/marquee.ts'
import { pointersOf, refusal } from '../../support/graph/graph-client.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { unharmed } from '../../support/graph/graph-witness.ts'

const codeOf = ({ extensions }: { extensions: { code: string } }) => extensions.code

eachMode('questions that are refused', (marquee) => {
  const witness = unharmed(marquee)
  const nearby = (args: string) => refusal(marquee, `{ nearby(${args}) { distanceMeters instance { id } } }`)
  const filtered = (filter: object, rest = {}) =>
    refusal(
      marquee,
      'query ($filter: InstanceFilter, $orderBy: InstanceOrder, $after: String) { instances(filter: $filter, orderBy: $orderBy, after: $after) { nodes { id } } }',
      { filter, ...rest },
    )

  it.each([
    ['latitude 91', 'lat: 91, lng: 0', '/lat'],
    ['latitude -90.0001', 'lat: -90.0001, lng: 0', '/lat'],
    ['longitude 181', 'lat: 0, lng: 181', '/lng'],
    ['a radius below 0', 'lat: 0, lng: 0, radiusMeters: -1', '/radiusMeters'],
  ])('nearby: %s', async (_, args, pointer) => {
    const refused = await nearby(args)
    expect([codeOf(refused), pointersOf(refused)]).toEqual(['BAD_USER_INPUT', [pointer]])
  })

  it.each(['lat: 1e400, lng: 0', 'lat: "NaN", lng: 0', 'lat: NaN, lng: 0', 'lng: 0', 'lat: null, lng: 0'])(
    'nearby: a latitude that is no number in "%s"',
    async (args) => {
      expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(codeOf(await nearby(args)))
    },
  )

  it.each([
    ['near', { near: { lat: 91, lng: 0, radiusMeters: 1 } }, ['/near/lat']],
    ['a radius below 0', { near: { lat: 0, lng: 0, radiusMeters: -0.1 } }, ['/near/radiusMeters']],
    ['bounds upside down', { within: { south: 1, north: 0, west: 0, east: 1 } }, ['/within']],
    ['bounds off the earth', { within: { south: -91, north: 0, west: 0, east: 1 } }, ['/within']],
    ['bounds beyond 180 degrees', { within: { south: 0, north: 1, west: -181, east: 1 } }, ['/within']],
    ['ids that are none', { ids: ['inst-00000000', 'x', ''] }, ['/ids/1', '/ids/2']],
    ['props nested too deep', { propsContain: nested(33) }, null],
    ['text that is too long', { nameContains: 'x'.repeat(201) }, ['/nameContains']],
    ['several things at once', { ids: ['x'], tags: { any: ['y'.repeat(201)] } }, ['/ids/0', '/tags/any/0']],
  ])('filters: %s', async (_, filter, pointers) => {
    const refused = await filtered(filter)
    expect(codeOf(refused)).toBe('BAD_USER_INPUT')
    if (pointers) expect(pointersOf(refused)).toEqual(pointers)
  })

  it('filters: text that no database holds matches nothing or is refused, never an error of ours', async () => {
    for (const text of ['a\u0000b', 'half \ud800']) {
      expect(codeOf(await filtered({ nameContains: text }))).toBe('BAD_USER_INPUT')
      expect(codeOf(await filtered({ propsContain: { a: text } }))).toBe('BAD_USER_INPUT')
      expect(codeOf(await filtered({ propsContain: { [text]: 1 } }))).toBe('BAD_USER_INPUT')
      expect(codeOf(await filtered({ tags: { all: [text] } }))).toBe('BAD_USER_INPUT')
    }
  })

  it.each(['instance', 'run', 'definition', 'definitionVersion', 'zone', 'group'])(
    '%s: an id that no database holds fails alone, not the fields that are read with it',
    async (field) => {
      const bad = ['a\u0000b', 'half \ud800']
      const ids = ['none-1', bad[0], witness.id, bad[1], 'none-2'] as string[]
      const { data, errors = [] } = await graphql<Record<string, { id: string } | null>>(
        marquee,
        `query (${ids.map((_, index) => `$id${index}: ID!`).join(', ')}) { ${ids.map((_, index) => `a${index}: ${field}(id: $id${index}) { id }`).join(' ')} }`,
        Object.fromEntries(ids.map((id, index) => [`id${index}`, id])),
      )
      expect(data?.['a2']).toEqual(field === 'instance' ? { id: witness.id } : null)
      for (const { path, extensions } of errors) {
        expect(['a1', 'a3']).toContain(path?.[0])
        expect(extensions.code).toBe('BAD_USER_INPUT')
      }
    },
  )

  it('orders by distance only where there is a point to measure from', async () => {
    expect(codeOf(await filtered({}, { orderBy: 'DISTANCE_ASC' }))).toBe('BAD_USER_INPUT')
  })

  describe('pages', () => {
    const lists: [string, (args: string) => string][] = [
      ['instances', (args) => `{ instances(${args}) { nodes { id } } }`],
      ['definitions', (args) => `{ definitions(${args}) { nodes { id } } }`],
      ['locations', (args) => `{ locations(${args}) { nodes { id } } }`],
      ['history', (args) => `{ instance(id: "${witness.id}") { history(${args}) { nodes { revision } } } }`],
      [
        'versions',
        (args) => `{ definition(id: "${witness.screen.definitionId}") { versions(${args}) { nodes { id } } } }`,
      ],
      [
        'instances of a definition',
        (args) => `{ definition(id: "${witness.screen.definitionId}") { instances(${args}) { nodes { id } } } }`,
      ],
    ]

    it.each(lists)('%s: first is from 1 to 200', async (_, query) => {
      for (const first of [0, -1, 201, 10_000])
        expect(codeOf(await refusal(marquee, query(`first: ${first}`)))).toBe('BAD_USER_INPUT')
    })

    it.each(lists)('%s: a cursor is one that this list gave', async (_, query) => {
      const foreign = Buffer.from(JSON.stringify(['NAME_ASC', 'x', 'inst-00000000'])).toString('base64url')
      for (const after of [
        '',
        'nonsense',
        '\u0000',
        'é',
        foreign,
        Buffer.from('[').toString('base64url'),
        'A'.repeat(5000),
      ]) {
        expect(codeOf(await refusal(marquee, query(`after: ${JSON.stringify(after)}`))), after.slice(0, 20)).toBe(
          'BAD_USER_INPUT',
        )
      }
    })

    it('nearby and tags have the same bounds', async () => {
      for (const first of [0, 10_000]) {
        expect(codeOf(await nearby(`lat: 0, lng: 0, first: ${first}`))).toBe('BAD_USER_INPUT')
        expect(codeOf(await refusal(marquee, `{ tags(first: ${first}) { tag } }`))).toBe('BAD_USER_INPUT')
      }
    })
  })

  it('a definition is asked for by exactly one of id and typeKey', async () => {
    expect(codeOf(await refusal(marquee, '{ definition { id } }'))).toBe('BAD_USER_INPUT')
    expect(codeOf(await refusal(marquee, '{ definition(id: "a", typeKey: "b") { id } }'))).toBe('BAD_USER_INPUT')
  })

  describe('documents', () => {
    it.each([
      ['no GraphQL', '{ instances { ', 'GRAPHQL_PARSE_FAILED'],
      ['a field that is not there', '{ instances { nodes { secret } } }', 'GRAPHQL_VALIDATION_FAILED'],
      [
        'an enum value that is not there',
        '{ instances(filter: { kinds: [TOASTER] }) { totalCount } }',
        'GRAPHQL_VALIDATION_FAILED',
      ],
      [
        'a filter member that is not there',
        '{ instances(filter: { nope: 1 }) { totalCount } }',
        'GRAPHQL_VALIDATION_FAILED',
      ],
      ['no operation', 'fragment F on Instance { id }', 'GRAPHQL_VALIDATION_FAILED'],
      [
        'two operations and no name',
        'query A { me { tenantId } } query B { me { tenantId } }',
        'OPERATION_RESOLUTION_FAILURE',
      ],
      [
        'a subscription over HTTP whose client takes JSON only',
        'subscription { instanceChanged(id: "inst-00000000") { type } }',
        'NOT_ACCEPTABLE',
      ],
    ])('%s', async (_, query, code) => {
      expect(codeOf(await refusal(marquee, query))).toBe(code)
    })

    it('variables of the wrong type', async () => {
      expect(
        codeOf(
          await refusal(marquee, 'query ($first: Int) { instances(first: $first) { totalCount } }', { first: 'ten' }),
        ),
      ).toBe('BAD_USER_INPUT')
      expect(codeOf(await refusal(marquee, 'query ($id: ID!) { instance(id: $id) { id } }', {}))).toBe('BAD_USER_INPUT')
      expect(
        codeOf(
          await refusal(marquee, 'query ($f: InstanceFilter) { instances(filter: $f) { totalCount } }', {
            f: { nope: 1 },
          }),
        ),
      ).toBe('BAD_USER_INPUT')
    })

    it('nested deeper, or with more root fields, than any screen needs', async () => {
      const deep = (levels: number): string =>
        levels === 0 ? 'id' : `definition { instances { nodes { ${deep(levels - 1)} } } }`
      expect(codeOf(await refusal(marquee, `{ instances { nodes { ${deep(8)} } } }`))).toBe('QUERY_TOO_EXPENSIVE')
      const wide = Array.from({ length: 101 }, (_, index) => `a${index}: me { tenantId }`).join(' ')
      expect(codeOf(await refusal(marquee, `{ ${wide} }`))).toBe('QUERY_TOO_EXPENSIVE')
    })
  })
})

function nested(levels: number): object {
  return levels === 0 ? {} : { a: nested(levels - 1) }
}
