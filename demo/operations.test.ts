import { readFileSync } from 'node:fs'
import { buildSchema, getVariableValues, type OperationDefinitionNode, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { busStopDefinition } from './bus-stop/definition.ts'
import { loadCities } from './cities.ts'
import { displayInputs } from './displays.ts'
import { datasetInput, signalInput, startInput, triggerInput, upstreamsInput } from './market.ts'
import * as operations from './operations.ts'

const schema = buildSchema(readFileSync(new URL('../schema/api.graphql', import.meta.url), 'utf8'))

function problemsWith(query: string, variables: Record<string, unknown>) {
  const document = parse(query)
  const [definition] = document.definitions as OperationDefinitionNode[]
  const { errors = [] } = getVariableValues(schema, definition!.variableDefinitions ?? [], variables)
  return [...validate(schema, document), ...errors].map((error) => error.message)
}

describe('the operations of the demo', () => {
  it('fit the public API, the inputs too', async () => {
    const typeKey = 'display/bus-stop'
    expect(problemsWith(operations.DEMO_STATE, { typeKey, location: 'jp-tokyo', tag: 'demo' })).toEqual([])
    expect(problemsWith(operations.DEMO_PAGE, { typeKey, tag: 'demo', after: null })).toEqual([])
    expect(problemsWith(operations.SUBMIT, { input: await busStopDefinition() })).toEqual([])
    expect(problemsWith(operations.PUBLISH, { input: { definitionVersionId: 'defv-00000000' } })).toEqual([])
    const [first] = displayInputs(await loadCities())
    expect(problemsWith(operations.CREATE, { input: first })).toEqual([])
    expect(problemsWith(operations.MARKET_STATE, { name: datasetInput.name })).toEqual([])
    for (const input of [datasetInput, signalInput]) expect(problemsWith(operations.CREATE, { input })).toEqual([])
    expect(problemsWith(operations.SET_UPSTREAMS, { input: upstreamsInput('inst-a', 'inst-b') })).toEqual([])
    expect(problemsWith(operations.START, { input: startInput('inst-a') })).toEqual([])
    expect(problemsWith(operations.TRIGGER_RUN, { input: triggerInput('inst-a') })).toEqual([])
  })
})

describe('the displays of the demo', () => {
  it('have names, keys and devices of their own', async () => {
    const inputs = displayInputs(await loadCities())
    expect(new Set(inputs.map((input) => input.name)).size).toBe(inputs.length)
    expect(new Set(inputs.map((input) => input.idempotencyKey)).size).toBe(inputs.length)
    expect(new Set(inputs.map((input) => input.placement.device)).size).toBe(inputs.length)
  })

  it('say where they stand', async () => {
    const inputs = displayInputs(await loadCities())
    expect(inputs.find((input) => input.placement.location === 'jp-tokyo')).toMatchObject({
      name: 'Tokyo Central',
      placement: {
        timezone: 'Asia/Tokyo',
        tags: ['country:jp', 'size:large', expect.stringMatching(/door$/), 'bus-stop', 'demo'],
      },
    })
  })
})
