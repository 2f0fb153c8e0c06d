import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointersOf, post, refusal, soleError } from '../../support/graph/graph-client.ts'
import { publishVersion, submit, writes } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { unharmed } from '../../support/graph/graph-witness.ts'
import type { GraphqlAnswer } from '../../support/marquee.ts'

const patchProps = 'mutation ($input: PatchPropsInput!) { patchProps(input: $input) { revision } }'

eachMode('bodies that no client of ours would send', (marquee) => {
  const witness = unharmed(marquee, () => publishVersion(marquee))
  /** A patchProps request around a patch that is given as JSON text, so that it may be JSON that no object becomes. */
  const around = (patch: string) =>
    `{"query":${JSON.stringify(patchProps)},"variables":{"input":{"id":"${witness.id}","patch":${patch}}}}`
  const codeOf = async (body: string | Buffer, headers?: Record<string, string>) =>
    soleError((await post(marquee, body, headers)).answer).extensions.code

  it('bytes that are no UTF-8 are refused, not replaced', async () => {
    const [before, after] = around('{"title":"?"}').split('?') as [string, string]
    for (const bytes of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xc0, 0x80]]) {
      const body = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)])
      expect(await codeOf(body)).toBe('BAD_USER_INPUT')
    }
  })

  it.each([
    '',
    '{',
    '[]',
    'null',
    '"text"',
    '42',
    '{"query":5}',
    '{"query":null}',
    '{}',
    '{"query":"{ me { tenantId } }","variables":[]}',
    '[{"query":"{ me { tenantId } }"}]',
    '{"query":"{ me { tenantId } }"} trailing',
    '{"a":NaN}',
  ])('a body that is no GraphQL request: %s', async (body) => {
    const { status, answer } = await post(marquee, body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(['BAD_USER_INPUT', 'BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED']).toContain(soleError(answer).extensions.code)
  })

  it('numbers that JSON can write and nothing can hold are refused', async () => {
    for (const number of ['1e400', '-1e400'])
      expect(await codeOf(around(`{"count":${number}}`)), number).toBe('BAD_USER_INPUT')
    expect(await codeOf(around('{"count":NaN}'))).toBe('BAD_USER_INPUT')
    const literal = `mutation { patchProps(input: { id: "${witness.id}", patch: { count: 1e400 } }) { revision } }`
    expect((await refusal(marquee, literal)).extensions.code).toBe('BAD_USER_INPUT')
  })

  it('an integer that a 64-bit float would round is refused with its pointer: variable, search, filter and literal; its neighbour is kept', async () => {
    const inexact = '750727362669608961'
    const refused = soleError((await post(marquee, around(`{"a/b":[0,{"count":${inexact}}]}`))).answer)
    expect([refused.extensions.code, pointersOf(refused)]).toEqual([
      'BAD_USER_INPUT',
      ['/variables/input/patch/a~1b/1/count'],
    ])
    const find = 'query ($filter: InstanceFilter) { instances(filter: $filter) { totalCount } }'
    const variables = `{"filter":{"propsContain":{"n":${inexact}}}}`
    const filtered = soleError(
      (await post(marquee, `{"query":${JSON.stringify(find)},"variables":${variables}}`)).answer,
    )
    expect([filtered.extensions.code, pointersOf(filtered)]).toEqual([
      'BAD_USER_INPUT',
      ['/variables/filter/propsContain/n'],
    ])
    const search = new URLSearchParams({ query: find, variables })
    const got = await fetch(`${marquee.url}/graphql?${search}`, {
      headers: { authorization: `Bearer ${marquee.adminKey}`, 'apollo-require-preflight': 'true' },
    })
    const asked = soleError((await got.json()) as GraphqlAnswer<unknown>)
    expect([got.status, asked.extensions.code, pointersOf(asked)]).toEqual([
      400,
      'BAD_USER_INPUT',
      ['/filter/propsContain/n'],
    ])
    const literal = await refusal(
      marquee,
      `mutation { patchProps(input: { id: "${witness.id}", patch: { a: [{ count: ${inexact} }] } }) { revision } }`,
    )
    expect([literal.extensions.code, pointersOf(literal)]).toEqual(['BAD_USER_INPUT', ['/a/0/count']])
    const kept = await post(
      marquee,
      `{"query":${JSON.stringify(find)},"variables":{"filter":{"propsContain":{"n":750727362669609000}}}}`,
    )
    expect(kept.answer.errors).toBeUndefined()
  })

  it('a document of too many values is refused before it is built; one below is looked at', async () => {
    const wide = (length: number) =>
      `{"query":"{ me { tenantId } }","variables":{"x":[${Array(length).fill(0).join(',')}]}}`
    const refused = soleError((await post(marquee, wide(500_000))).answer)
    expect([refused.extensions.code, pointersOf(refused)[0]?.startsWith('/variables/x/')]).toEqual([
      'BAD_USER_INPUT',
      true,
    ])
    expect((await post(marquee, wide(490_000))).answer.errors).toBeUndefined()
  })

  it('whatever is wrong with a document is found wherever it stands, through every entrance', async () => {
    const bad = fc.oneof(
      fc.integer({ min: 33, max: 3000 }).map((levels) => '['.repeat(levels) + ']'.repeat(levels)),
      fc.integer({ min: 33, max: 3000 }).map((levels) => `${'{"a":'.repeat(levels)}{}${'}'.repeat(levels)}`),
      fc.constantFrom(
        '750727362669608961',
        '-9007199254740993',
        '1e400',
        '1e-400',
        '"\\ud800"',
        '"\\u0000"',
        '{"__proto__":1}',
      ),
    )
    const place = fc.array(fc.tuple(fc.constantFrom('a', 'b c', '/~'), fc.boolean(), fc.jsonValue({ maxDepth: 2 })), {
      maxLength: 6,
    })
    const within = (inner: string, steps: [string, boolean, unknown][]) =>
      steps.reduce(
        (text, [name, isList, beside]) =>
          isList
            ? `[${JSON.stringify(beside)},${text}]`
            : `{${JSON.stringify(name)}:${text},"beside":${JSON.stringify(beside)}}`,
        inner,
      )
    const entrances: ((json: string) => string)[] = [
      around,
      (json) =>
        `{"query":${JSON.stringify(writes.replaceProps)},"variables":{"input":{"id":"${witness.id}","props":${json}}}}`,
      (json) =>
        `{"query":${JSON.stringify(writes.updateInstance)},"variables":{"input":{"id":"${witness.id}","metadata":${json}}}}`,
      (json) =>
        `{"query":${JSON.stringify(writes.createInstance)},"variables":{"input":{"definitionTypeKey":"${witness.made.typeKey}","config":${json}}}}`,
      (json) =>
        `{"query":${JSON.stringify(submit)},"variables":{"input":{"typeKey":"bad/schema","kind":"COMPONENT","version":"1.0.0","propsSchema":${json}}}}`,
      (json) =>
        `{"query":"query ($f: InstanceFilter) { instances(filter: $f) { totalCount } }","variables":{"f":{"propsContain":${json}}}}`,
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...entrances), bad, place, async (entrance, inner, steps) => {
        expect(await codeOf(entrance(`{"x":${within(inner, steps)}}`))).toBe('BAD_USER_INPUT')
      }),
      { numRuns: 60 },
    )
  })

  describe('JSON that is nested too deep', () => {
    const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`

    it('is refused at 33 levels and at 10,000, as objects and as arrays', async () => {
      for (const json of [deep(33), deep(10_000), `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`]) {
        expect(await codeOf(around(json)), json.slice(0, 20)).toBe('BAD_USER_INPUT')
      }
    })

    it('is refused in variables that no operation names, in extensions, and as a literal', async () => {
      const aside = `{"query":${JSON.stringify(patchProps)},"variables":{"input":{"id":"${witness.id}","patch":{},"more":${deep(10_000)}}}}`
      expect(await codeOf(aside)).toBe('BAD_USER_INPUT')
      const unnamed = (
        await post(
          marquee,
          `{"query":"{ me { tenantId } }","variables":{"x":${deep(10_000)}},"extensions":{"y":${deep(10_000)}}}`,
        )
      ).answer
      expect(unnamed.errors?.[0]?.extensions.code ?? 'answered').toMatch(/^(answered|BAD_USER_INPUT|BAD_REQUEST)$/)
      const query = `mutation { patchProps(input: { id: "${witness.id}", patch: ${'{ a: '.repeat(5_000)}1${'}'.repeat(5_000)} }) { revision } }`
      expect(['QUERY_TOO_EXPENSIVE', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']).toContain(
        (await refusal(marquee, query)).extensions.code,
      )
      const selections = `{ instances { nodes ${'{ definition { instances { nodes '.repeat(2_000)} { id } ${'} } }'.repeat(2_000)} } }`
      expect(['QUERY_TOO_EXPENSIVE', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']).toContain(
        (await refusal(marquee, selections)).extensions.code,
      )
    })
  })

  it.each(['__proto__', 'constructor', 'prototype'])(
    'a member named %s is refused wherever it stands, as a variable and as a literal',
    async (name) => {
      for (const json of [`{"${name}":{"polluted":true}}`, `{"alert":{"${name}":1}}`, `{"list":[{"${name}":null}]}`]) {
        expect(await codeOf(around(json)), json).toBe('BAD_USER_INPUT')
      }
      const literal = `mutation { patchProps(input: { id: "${witness.id}", patch: { ${name}: { polluted: true } } }) { revision } }`
      expect((await refusal(marquee, literal)).extensions.code).toBe('BAD_USER_INPUT')
      expect(
        await codeOf(
          `{"query":${JSON.stringify(writes.createInstance)},"variables":{"input":{"definitionTypeKey":"${witness.made.typeKey}","props":{"${name}":1}}}}`,
        ),
      ).toBe('BAD_USER_INPUT')
    },
  )

  it('U+0000 and half a surrogate pair are refused as values and as names, escaped in JSON as JSON allows', async () => {
    for (const text of ['a\\u0000b', '\\ud800', 'x\\udc00', '\\ud800\\ud800']) {
      expect(await codeOf(around(`{"title":"${text}"}`)), text).toBe('BAD_USER_INPUT')
      expect(await codeOf(around(`{"${text}":1}`)), text).toBe('BAD_USER_INPUT')
      expect(await codeOf(around(`{"list":[["${text}"]]}`)), text).toBe('BAD_USER_INPUT')
    }
    for (const name of ['a\u0000', '\ud800']) {
      expect((await refusal(marquee, writes.updateInstance, { input: { id: witness.id, name } })).extensions.code).toBe(
        'BAD_USER_INPUT',
      )
      expect(
        (await refusal(marquee, writes.addTags, { input: { id: witness.id, tags: [name] } })).extensions.code,
      ).toBe('BAD_USER_INPUT')
      expect(
        (await refusal(marquee, writes.patchProps, { input: { id: witness.id, patch: {}, idempotencyKey: name } }))
          .extensions.code,
      ).toBe('BAD_USER_INPUT')
    }
  })

  describe('what is too large', () => {
    const large = { text: 'x'.repeat(300 * 1024) }

    it('props of 300 KB are refused, made or patched, with the limit', async () => {
      for (const [document, input] of [
        [writes.createInstance, { definitionTypeKey: witness.made.typeKey, props: large }],
        [writes.createInstance, { definitionTypeKey: witness.made.typeKey, config: large }],
        [writes.patchProps, { id: witness.id, patch: large }],
        [writes.replaceProps, { id: witness.id, props: { title: 'x', ...large } }],
        [writes.updateInstance, { id: witness.id, metadata: large }],
      ] as const) {
        const { extensions } = await refusal(marquee, document, { input })
        expect(extensions).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', details: { limitBytes: 262_144 } })
      }
    })

    it('a body of more than 4 MB is refused before it is read', async () => {
      const { status, answer } = await announce(`${marquee.url}/graphql`, 5 * 1024 * 1024)
      expect([status, soleError(answer).extensions.code]).toEqual([413, 'PAYLOAD_TOO_LARGE'])
    })
  })

  it('a mutation whose operation is not the one that is named is not executed', async () => {
    const query = `mutation A { patchProps(input: { id: "${witness.id}", patch: { title: "x" } }) { revision } }`
    for (const operationName of ['B', '', 'a'])
      expect(await codeOf(JSON.stringify({ query, operationName })), operationName).toBe('OPERATION_RESOLUTION_FAILURE')
  })

  it('a key that nobody knows is UNAUTHENTICATED with status 401, never an anonymous reader', async () => {
    const query = '{"query":"{ instances { totalCount } }"}'
    for (const authorization of [
      'Bearer wrong',
      'Bearer ',
      'Basic YTpi',
      `Bearer ${marquee.adminKey}x`,
      marquee.adminKey,
      `bearer  ${'x'.repeat(5000)}`,
    ]) {
      const { status, answer } = await post(marquee, query, { authorization })
      expect([status, soleError(answer).extensions.code], authorization.slice(0, 20)).toEqual([401, 'UNAUTHENTICATED'])
    }
  })

  it('what is not a JSON POST is refused', async () => {
    for (const contentType of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const response = await fetch(`${marquee.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': contentType },
        body: '{"query":"{ me { tenantId } }"}',
      })
      expect(response.status, contentType).toBeGreaterThanOrEqual(400)
      expect(response.status, contentType).toBeLessThan(500)
    }
    // A mutation by GET could be planted in a link.
    const mutation = encodeURIComponent(
      `mutation { patchProps(input: { id: "${witness.id}", patch: { title: "x" } }) { revision } }`,
    )
    const response = await fetch(`${marquee.url}/graphql?query=${mutation}`, {
      headers: { authorization: `Bearer ${marquee.adminKey}`, 'apollo-require-preflight': 'true' },
    })
    expect(response.status).toBe(405)
  })
})

/** Says how long a body will be and sends none of it. */
function announce(
  url: string,
  bytes: number,
): Promise<{ status: number | undefined; answer: Parameters<typeof soleError>[0] }> {
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': bytes },
    })
    sending.on('error', reject)
    sending.on('response', (response) => {
      json(response)
        .then(
          (answer) => resolve({ status: response.statusCode, answer: answer as Parameters<typeof soleError>[0] }),
          reject,
        )
        .finally(() => sending.destroy())
    })
    sending.flushHeaders()
  })
}
