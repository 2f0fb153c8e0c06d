import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { offered, promised } from '../support/contract.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/**
 * What the contract names and the graph does not have yet, by the work that brings it. A type stands for all its
 * members, a field for its arguments. The list may only shrink: a name that exists fails the test until it is struck out.
 */
const notYet: Record<string, string> = {
  'arrives with zones': 'InstanceFilter.zoneId InstanceFilter.groupId',
}

const excused = Object.values(notYet).flatMap((names) => names.split(/\s+/))
const contract = promised(read('docs/contract.graphql'))
const graph = offered(read('schema/api.graphql'))

/** `Run.flow` is excused by `Run`, `Instance.runs(first:)` by `Instance.runs`. */
const isExcused = (name: string) => excused.some((excuse) => name === excuse || name.startsWith(`${excuse}.`) || name.startsWith(`${excuse}(`))

describe('the public graph', () => {
  test('offers every name of the contract with the type the contract gives it', () => {
    const due = contract.filter(({ name }) => !isExcused(name))
    expect(due.length).toBeGreaterThan(300)
    const line = (name: string, says: string | undefined) => `${name}: ${says ?? 'missing'}`
    expect(due.map(({ name }) => line(name, graph.get(name)))).toEqual(due.map(({ name, says }) => line(name, says)))
  })

  test('has none of the names that are listed as not there yet', () => {
    expect(excused.filter((name) => graph.has(name))).toEqual([])
  })

  test('is excused only from what the contract asks for, once each', () => {
    const names = new Set(contract.map(({ name }) => name))
    expect(excused.filter((name) => !names.has(name))).toEqual([])
    expect(excused.filter((name, index) => excused.indexOf(name) !== index)).toEqual([])
  })
})
