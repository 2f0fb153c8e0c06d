import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../../../kit/pure/json/json.ts'
import { readManifest } from './content-package.ts'

const job = { typeKey: 'job/clean', kind: 'JOB', version: '1.0.0' }
const manifest = (change: object = {}): JsonValue =>
  ({ name: 'basics', version: 'v1', definitions: [job], ...change }) as JsonValue
const problemsOf = (value: JsonValue) => {
  const verdict = readManifest('basics', value)
  return verdict.ok ? [] : verdict.problems.map(({ pointer }) => pointer)
}

describe('readManifest', () => {
  it('reads versions as semver and puts them in order, so that each is published after those it is greater than', () => {
    const versions = ['1.10.0', 'v1.9', '1.10.0-rc.1']
    const verdict = readManifest('basics', manifest({ definitions: versions.map((version) => ({ ...job, version })) }))
    expect(verdict).toMatchObject({
      ok: true,
      content: {
        version: '1.0.0',
        definitions: [
          { version: '1.9.0', at: '/definitions/1' },
          { version: '1.10.0-rc.1', at: '/definitions/2' },
          { version: '1.10.0', at: '/definitions/0' },
        ],
      },
    })
  })

  it.each<[string, JsonValue, string[]]>([
    ['what is no object', [], ['']],
    ['a manifest without its parts', {}, ['/name', '/version', '/definitions']],
    ['the name of another folder', manifest({ name: 'other' }), ['/name']],
    ['a version that is none', manifest({ version: 'newest' }), ['/version']],
    ['a member that nobody reads', manifest({ authors: [] }), ['/authors']],
    ['a definition of no kind', manifest({ definitions: [{ ...job, kind: 'THING' }] }), ['/definitions/0/kind']],
    [
      'a misspelt member of a definition',
      manifest({ definitions: [{ ...job, propSchema: {} }] }),
      ['/definitions/0/propSchema'],
    ],
    [
      'a schema that is no object',
      manifest({ definitions: [{ ...job, propsSchema: true }] }),
      ['/definitions/0/propsSchema'],
    ],
    [
      'a definition whose version is none',
      manifest({ definitions: [{ ...job, version: 'x' }] }),
      ['/definitions/0/version'],
    ],
    [
      'one version twice, however it is written',
      manifest({ definitions: [job, { ...job, version: 'v1' }] }),
      ['/definitions/1'],
    ],
  ])('refuses %s, and points at it', (_, value, expected) => {
    expect(problemsOf(value)).toEqual(expected)
  })
})
