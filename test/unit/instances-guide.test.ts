import { readFileSync } from 'node:fs'
import { buildSchema, type GraphQLObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { apiSdl } from '../../schema/load.ts'
import { lifecycleEvents, moves } from '../../services/runtime/domain/lifecycle/lifecycle.ts'
import { withScopeDefaults } from '../../services/runtime/domain/instances/scope-config.ts'

const guide = readFileSync(new URL('../../docs/guides/instances.md', import.meta.url), 'utf8')

function sectionOf(title: string): string {
  const [, text = ''] = guide.split(`\n## ${title}\n`)
  return text.split('\n## ')[0] as string
}

/** The rows of a section's table, without its head. */
const tableOf = (title: string) =>
  sectionOf(title)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )

describe('the guide to instances (S3-54)', () => {
  it('has an overview, scopes, states, configuration and a reference', () => {
    for (const title of ['Hierarchy', 'Scopes', 'States', 'Configuration', 'API reference'])
      expect([title, sectionOf(title).length > 300]).toEqual([title, true])
  })

  it('has the moves that there are', () => {
    const told = tableOf('States').map(([from, ...cells]) => [
      from,
      Object.fromEntries(lifecycleEvents.map((event, index) => [event, cells[index] || null])),
    ])
    expect(Object.fromEntries(told)).toEqual(moves)
  })

  it('has every setting of every scope with its default', () => {
    const flat = (value: unknown, path = ''): [string, string][] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, member]) => flat(member, path ? `${path}.${key}` : key))
        : [[path, String(value)]]
    const settings = ['GLOBAL', 'PROJECT', 'ORCHESTRATION'].flatMap((scope) =>
      flat(withScopeDefaults(scope, {})).flatMap(([path, value]) =>
        path === 'scope' ? [] : [`${scope} ${path} ${value}`],
      ),
    )
    expect(
      tableOf('Configuration')
        .map(([scope, path, value]) => `${scope} ${path} ${value}`)
        .sort(),
    ).toEqual(settings.sort())
  })

  it('names only fields that the graph has', () => {
    const schema = buildSchema(apiSdl())
    const roots = [
      schema.getQueryType(),
      schema.getMutationType(),
      schema.getSubscriptionType(),
      schema.getType('Instance') as GraphQLObjectType,
    ]
    const fields = new Set(roots.flatMap((type) => Object.keys(type?.getFields() ?? {})))
    const named = tableOf('API reference').flatMap(([, names = '']) =>
      names
        .replace(/\(.*\)/, '')
        .split(',')
        .map((name) => name.trim()),
    )
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter((name) => !fields.has(name))).toEqual([])
  })
})
