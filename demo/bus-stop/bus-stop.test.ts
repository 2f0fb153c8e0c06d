import { describe, expect, it } from 'vitest'
import { compileJsonSchema } from '../../kit/pure/json-schema/json-schema.ts'
import { loadCities } from '../cities.ts'
import { busStopDefinition } from './definition.ts'
import { exampleProps } from './example-props.ts'

async function validator() {
  const definition = await busStopDefinition()
  const compiled = compileJsonSchema(definition.propsSchema)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  return { definition, problemsOf: (props: unknown) => compiled.validate(props) }
}

describe('the bus stop', () => {
  it('has a schema that its defaults and the example props of every city fit', async () => {
    const { definition, problemsOf } = await validator()
    expect(problemsOf(definition.defaultProps)).toEqual([])
    for (const city of await loadCities()) expect(problemsOf(exampleProps(city))).toEqual([])
  })

  it.each([
    [{ departures: [{ line: '42', destination: 'Harbour', time: '23:59' }] }, null],
    [{ departures: [{ line: '42', destination: 'Harbour', dueMinutes: 1, time: '23:59' }] }, '/departures/0'],
    [{ departures: [{ line: '42', destination: 'Harbour' }] }, '/departures/0'],
    [{ alert: { level: 'loud', message: 'x' } }, '/alert/level'],
    [{ theme: { accent: 'url(evil)' } }, '/theme/accent'],
    [{ nonsense: 1 }, '/nonsense'],
  ])('%j: problem at %s', async (props, pointer) => {
    const { problemsOf } = await validator()
    const pointers = problemsOf(props).map((problem) => problem.pointer)
    if (pointer === null) expect(pointers).toEqual([])
    else expect(pointers).toContain(pointer)
  })

  it('departs in order, and differently from city to city', async () => {
    const [first, second] = await loadCities()
    const minutes = exampleProps(first!).departures.map((departure) => departure.dueMinutes)
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b))
    expect(exampleProps(first!)).toEqual(exampleProps(first!))
    expect(exampleProps(first!).departures).not.toEqual(exampleProps(second!).departures)
  })

  it('brings code that loads nothing and never reads text as markup', async () => {
    const { bundle } = (await validator()).definition
    expect(bundle).toMatch(/^export function mount\(host, element\)/m)
    expect(bundle).not.toMatch(/\b(innerHTML|outerHTML|insertAdjacentHTML|import|fetch|XMLHttpRequest|eval)\b|https?:/)
    expect(Buffer.byteLength(bundle)).toBeLessThan(64 * 1024)
  })
})
