import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { offered, promised } from '../support/contract.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

const contract = promised(read('docs/contract.graphql'))
const graph = offered(read('schema/api.graphql'))

test('the public graph offers every name of the contract with the type the contract gives it', () => {
  expect(contract.length).toBeGreaterThan(300)
  const line = (name: string, says: string | undefined) => `${name}: ${says ?? 'missing'}`
  expect(contract.map(({ name }) => line(name, graph.get(name)))).toEqual(
    contract.map(({ name, says }) => line(name, says)),
  )
})
