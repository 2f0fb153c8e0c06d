import { getOperationAST, parse, print, validate, type OperationDefinitionNode } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { BindingState } from '../../../schema/events.ts'
import { fromChange } from '../feeds/live-event.ts'
import { planSubscription, project, readVariables, type Plan } from './plan.ts'
import { TestLog } from '../testing/test-log.ts'
import { graphSchema } from '../testing/test-schema.ts'

const ID = 'inst-0000000a'

function planOf(source: string, raw: Record<string, unknown> = {}): Plan {
  const document = parse(source)
  expect(validate(graphSchema, document)).toEqual([])
  const operation = getOperationAST(document) as OperationDefinitionNode
  return planSubscription(graphSchema, document, operation, readVariables(graphSchema, operation, raw))
}

const event = fromChange(new TestLog().write(ID, { name: 'Stop', effectiveProps: { a: 1 }, props: { a: 1 } }))

/** What a reader of the plan gets for the event, with what was fetched for it. */
const answer = (plan: Plan, fetched: Record<string, unknown> | null = null) => project(plan.fields, event, fetched)

const fetchedText = ({ fetch }: Plan) => (fetch?.nodes ?? []).map((node) => print(node).replaceAll(/\s+/g, ' '))

describe('planSubscription', () => {
  it('answers from the event alone what it carries, under the names and in the order asked for', () => {
    const plan = planOf(
      `subscription { f: instanceChanged(id: "${ID}") { revision kind: type instance { title: name id props __typename } __typename } }`,
    )
    expect([plan.field, plan.key, plan.fetch]).toEqual(['instanceChanged', 'f', null])
    const expected = {
      revision: 1,
      kind: 'CREATED',
      instance: { title: 'Stop', id: ID, props: { a: 1 }, __typename: 'Instance' },
      __typename: 'InstanceEvent',
    }
    expect(JSON.stringify(answer(plan))).toBe(JSON.stringify(expected))
  })

  it('fetches only what no event carries, and puts it in its place', () => {
    const plan = planOf(`subscription { instanceChanged(id: "${ID}") { instance { id placement { tags } name } } }`)
    expect(fetchedText(plan)).toEqual(['placement { tags }'])
    expect(JSON.stringify(answer(plan, { placement: { tags: ['x'] } }))).toBe(
      JSON.stringify({ instance: { id: ID, placement: { tags: ['x'] }, name: 'Stop' } }),
    )
    expect(answer(plan)).toEqual({ instance: { id: ID, placement: null, name: 'Stop' } })
  })

  it('carries the key of another thing, and fetches the whole of it where more is asked', () => {
    const owner = (selection: string) =>
      planOf(`subscription { instanceChanged(id: "${ID}") { instance { owner { ${selection} } } } }`)
    expect(answer(owner('id __typename'))).toEqual({ instance: { owner: { id: 'p1', __typename: 'Principal' } } })
    expect(fetchedText(owner('id displayName'))).toEqual(['owner { id displayName }'])
  })

  it('opens fragments, however they are nested, and joins what is asked twice', () => {
    const plan = planOf(`
      subscription { instanceChanged(id: "${ID}") { ...Event ... on InstanceEvent { instance { name } } ... { revision } } }
      fragment Event on InstanceEvent { instance { ...State ...State } }
      fragment State on Instance { id placement { ...Where } }
      fragment Where on Placement { tags }`)
    expect(Object.keys((answer(plan)['instance'] ?? {}) as object)).toEqual(['id', 'placement', 'name'])
    expect(plan.fetch?.fragments.map(({ name }) => name.value)).toEqual(['Where'])
  })

  it('weighs @skip and @include with the variables given', () => {
    const source = `subscription ($all: Boolean!) { instanceChanged(id: "${ID}") {
      revision @skip(if: $all) instance @include(if: $all) { placement { tags } } ... @include(if: $all) { type } } }`
    const [all, few] = [planOf(source, { all: true }), planOf(source, { all: false })]
    expect([Object.keys(answer(all)), fetchedText(all)]).toEqual([['instance', 'type'], ['placement { tags }']])
    expect([Object.keys(answer(few)), few.fetch]).toEqual([['revision'], null])
  })

  it('keeps apart what two aliases of the instance mean by one name', () => {
    const plan = planOf(`subscription { instanceChanged(id: "${ID}") {
      a: instance { x: placement { tags } } b: instance { x: placement { timezone } } c: instance { x: name } } }`)
    const [first, second] = fetchedText(plan)
    expect(first).toBe('x: placement { tags }')
    const other = second?.split(':')[0] as string
    expect(second).toBe(`${other}: placement { timezone }`)
    expect(answer(plan, { x: { tags: [] }, [other]: { timezone: 'z' } })).toEqual({
      a: { x: { tags: [] } },
      b: { x: { timezone: 'z' } },
      c: { x: 'Stop' },
    })
  })

  it('answers lists of carried things item by item', () => {
    const plan = planOf(`subscription { instanceChanged(id: "${ID}") { instance { bindings { name: key state } } } }`)
    const binding = (key: string) => ({ key, source: 'KV', path: key, address: key, state: 'OK', value: 1 })
    const bindings = [binding('a'), binding('b')] as BindingState[]
    expect(project(plan.fields, { ...event, state: { ...event.state, bindings } }, null)).toEqual({
      instance: {
        bindings: [
          { name: 'a', state: 'OK' },
          { name: 'b', state: 'OK' },
        ],
      },
    })
  })

  it('reads the arguments from literals, variables and defaults', () => {
    const plan = planOf(
      'subscription ($id: ID = "inst-0000000z", $since: Cursor) { displayChanged(instanceId: $id, since: $since) { revision } }',
    )
    expect(plan.argumentsOf({ id: ID, since: 'c' })).toEqual({ instanceId: ID, since: 'c' })
    expect(plan.argumentsOf({ id: ID })).toEqual({ instanceId: ID })
  })

  it('refuses anything but one root field', () => {
    const plan = (source: string) =>
      planSubscription(graphSchema, parse(source), getOperationAST(parse(source)) as OperationDefinitionNode, {})
    expect(() =>
      plan(
        'subscription { displayChanged(instanceId: "a") { revision } b: displayChanged(instanceId: "b") { revision } }',
      ),
    ).toThrow('one root field')
    expect(() => plan('subscription { displayChanged(instanceId: "a") @skip(if: true) { revision } }')).toThrow(
      'one root field',
    )
    expect(() => plan('subscription { __typename }')).toThrow('no feed __typename')
  })
})

describe('readVariables', () => {
  const operation = getOperationAST(parse('subscription ($id: ID!, $n: Int = 3) { x }')) as OperationDefinitionNode

  it('coerces and fills in defaults', () => {
    expect(readVariables(graphSchema, operation, { id: 7, unasked: true })).toEqual({ id: '7', n: 3 })
  })

  it('throws what does not fit', () => {
    expect(() => readVariables(graphSchema, operation, {})).toThrow('"$id"')
    expect(() => readVariables(graphSchema, operation, { id: 'x', n: 'three' })).toThrow('"$n"')
  })
})
