import { readFileSync } from 'node:fs'
import { Kind, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { kindNames, kindOf } from './kinds.ts'

describe('the table of kinds', () => {
  it('has a row for every kind of instance of the graph, and no other', () => {
    const sdl = parse(readFileSync(new URL('../../../../schema/shared-instance.graphql', import.meta.url), 'utf8'))
    const [values] = sdl.definitions.flatMap((node) =>
      node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'InstanceKind' ? [node.values ?? []] : [],
    )
    expect([...kindNames].sort()).toEqual(values?.map(({ name }) => name.value).sort())
  })

  it('never lets an untimed kind recur (S2-32)', () => {
    const untimed = kindNames.filter((name) => kindOf(name).tier === 'UNTIMED')
    expect(untimed).toEqual(['PIPELINE', 'STORE', 'ACCESSOR', 'EXPERIMENT', 'BACKTEST', 'JOB', 'REPORT'])
    expect(untimed.map((name) => kindOf(name).schedulable)).toEqual(untimed.map(() => 'NEVER'))
  })

  it('only names children that are kinds themselves, and gives what does not live alone a place (S2-20)', () => {
    const children = kindNames.flatMap((name) => kindOf(name).children)
    expect(children.filter((child) => child !== 'ANY' && !kindNames.includes(child))).toEqual([])
    const dependent = kindNames.filter((name) => kindOf(name).onDemand === false)
    expect(dependent).toEqual(['JOB', 'REPORT'])
    expect(dependent.filter((name) => !children.includes(name))).toEqual([])
  })
})
