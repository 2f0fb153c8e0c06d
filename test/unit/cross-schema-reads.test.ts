import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const services = ['catalogue', 'runtime', 'placement']
const root = path.resolve(import.meta.dirname, '../..')

/** `schema.name` of the other services in what a service asks of the database. */
function foreignNames(service: string): string[] {
  const others = services.filter((name) => name !== service)
  const names = new RegExp(
    String.raw`(?:FROM|JOIN|INTO|UPDATE|TABLE|ONLY|AND|\{)\s+(?:${others.join('|')})\.\w+|\b(?:${others.join('|')})\.\w+_v\d+\b`,
    'gi',
  )
  const files = globSync(`services/${service}/**/*.ts`, { cwd: root }).filter(
    (file) => !file.endsWith('.test.ts') && !file.endsWith('generated.ts'),
  )
  const found = files.flatMap((file) =>
    [...withoutComments(readFileSync(path.join(root, file), 'utf8')).matchAll(names)].map(([match]) =>
      match.replace(/^.*\s/s, ''),
    ),
  )
  return [...new Set(found)].sort()
}

const withoutComments = (source: string) => source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

describe('what a service reads of another’s schema', () => {
  it('are the versioned views and the function that a search by place needs, and nothing else', () => {
    expect(Object.fromEntries(services.map((service) => [service, foreignNames(service)]))).toEqual({
      catalogue: [],
      runtime: [
        'placement.group_v1',
        'placement.instance_placement_v1',
        'placement.zone_holds_v1',
        'placement.zone_v1',
      ],
      placement: [],
    })
  })
})
