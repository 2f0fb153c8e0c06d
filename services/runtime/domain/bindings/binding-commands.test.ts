import { describe, expect, it } from 'vitest'
import { compileJsonSchema } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { BindingState, InstanceState, Json, JsonObject } from '../../../../schema/events.ts'
import type { BindingSpec } from './binding-input.ts'
import { factsWithoutDefinition, type InstanceFacts } from '../state/instance-facts.ts'
import { decideBindings, type BindingCommand, type Known } from './binding-commands.ts'

const schema = {
  type: 'object',
  required: ['title'],
  properties: {
    title: { type: 'string' },
    list: { type: 'array', items: { type: 'integer' } },
    alert: { type: 'object' },
    n: { type: 'integer' },
  },
  additionalProperties: false,
}
const compiled = compileJsonSchema(schema)
const facts: InstanceFacts = {
  ...factsWithoutDefinition(2000),
  defaultProps: { title: 'Default', list: [] },
  checkProps: (value) => (compiled.ok ? compiled.validate(value) : []),
}
const at = '2026-11-21T12:00:00.000Z'
const later = '2026-11-21T12:00:30.000Z'

const spec = (key: string, change: Partial<BindingSpec> = {}): BindingSpec => ({
  key,
  source: 'API',
  path: 'https://a.example/',
  address: 'https://a.example/',
  strategy: 'POLL',
  intervalSeconds: 30,
  url: null,
  ...change,
})

const blank = {
  props: {},
  inheritedProps: {},
  overrides: [],
  locks: [],
  bindings: [],
  conditions: [],
  lifecycle: 'CREATED',
  effectiveProps: { title: 'Default', list: [] },
} as unknown as InstanceState

function run(state: InstanceState, command: BindingCommand, given = facts): InstanceState {
  const decision = decideBindings(state, command, given)
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal))
  return decision.next
}
const set = (state: InstanceState, ...bindings: [BindingSpec, (Known | null)?][]) =>
  run(state, { type: 'SET_BINDINGS', bindings: bindings.map(([spec, known]) => ({ spec, known: known ?? null })), at })
const resolve = (state: InstanceState, value: Json, match: object = { address: 'https://a.example/' }, when = later) =>
  run(state, { type: 'BINDING_RESOLVED', match, value, at: when })
const fail = (state: InstanceState, error = 'answers 500', match: object = { address: 'https://a.example/' }) =>
  run(state, { type: 'BINDING_FAILED', match, error, at: later })
const only = ({ bindings }: InstanceState) => bindings[0] as BindingState

describe('SET_BINDINGS', () => {
  it('starts PENDING and shows the layers below until the source has spoken', () => {
    const state = set(blank, [spec('list')])
    expect(only(state)).toMatchObject({ state: 'PENDING', value: null, lastResolvedAt: null, lastError: null })
    expect(state.effectiveProps).toEqual(blank.effectiveProps)
  })

  it('shows at once what is known already', () => {
    const state = set(
      blank,
      [spec('list'), { value: [1] }],
      [spec('title', { path: 'https://a.example/#/t' }), { value: { t: 'Live' } }],
    )
    expect(state.effectiveProps).toEqual({ title: 'Live', list: [1] })
    expect(state.bindings.map(({ state, lastResolvedAt }) => [state, lastResolvedAt])).toEqual([
      ['OK', at],
      ['OK', at],
    ])
  })

  it('keeps value and state of a binding that is written again as it was, and forgets those of one that changed', () => {
    const state = resolve(set(blank, [spec('list')], [spec('n')]), 5, {})
    expect(state.bindings.map(({ state }) => state)).toEqual(['FAILING', 'OK'])
    const again = set(state, [spec('n')], [spec('list', { intervalSeconds: 60 })])
    expect(again.bindings.map(({ key, state, value }) => [key, state, value])).toEqual([
      ['n', 'OK', 5],
      ['list', 'PENDING', null],
    ])
    expect(again.conditions).toEqual([])
  })

  it('is an equal write when it says what is there', () => {
    const state = set(blank, [spec('list'), { value: [1] }])
    expect(set(state, [spec('list'), { value: [1] }])).toBe(state)
  })

  it('shows the layers below again where a binding is taken away', () => {
    expect(set(set(blank, [spec('list'), { value: [1] }])).effectiveProps).toEqual({ title: 'Default', list: [] })
  })

  it('is refused where a required prop would be lost, and lets one be filled by a binding alone', () => {
    const bare = { ...facts, defaultProps: {} }
    const filled = run(
      blank,
      { type: 'SET_BINDINGS', bindings: [{ spec: spec('title'), known: { value: 'Live' } }], at },
      bare,
    )
    expect(filled.effectiveProps).toEqual({ title: 'Live' })
    expect(decideBindings(filled, { type: 'SET_BINDINGS', bindings: [], at }, bare)).toMatchObject({
      ok: false,
      refusal: { code: 'SCHEMA_VIOLATION' },
    })
  })

  it('lets only the binding fail whose value does not fit', () => {
    const state = set(
      blank,
      [spec('n'), { value: 'seven' }],
      [spec('list'), { value: [7] }],
      [spec('unknown'), { value: 1 }],
    )
    expect(state.bindings.map(({ state }) => state)).toEqual(['FAILING', 'OK', 'FAILING'])
    expect(state.effectiveProps).toEqual({ title: 'Default', list: [7] })
  })
})

describe('BINDING_RESOLVED and BINDING_FAILED', () => {
  const state = set(
    blank,
    [spec('list')],
    [spec('title', { source: 'KV', path: 'k', address: 'k', strategy: 'STATIC', intervalSeconds: null })],
  )

  it('changes the bindings that match, and what is shown with them', () => {
    const next = resolve(state, [1, 2])
    expect(next.effectiveProps).toEqual({ title: 'Default', list: [1, 2] })
    expect(next.bindings.map(({ state }) => state)).toEqual(['OK', 'PENDING'])
  })

  it('is an equal write for a value that is there, whatever the time', () => {
    const next = resolve(state, [1])
    expect(resolve(next, [1], undefined, '2027-01-01T00:00:00.000Z')).toBe(next)
    expect(resolve(state, 'x', { address: 'elsewhere' })).toBe(state)
  })

  it('keeps the last good value through a failure, with a condition that says which and since when', () => {
    const failing = fail(resolve(state, [1]))
    expect(only(failing)).toMatchObject({
      state: 'FAILING',
      value: [1],
      lastError: 'answers 500',
      lastResolvedAt: later,
    })
    expect(failing.effectiveProps).toMatchObject({ list: [1] })
    expect(failing.conditions).toEqual([
      {
        type: 'BindingFailing',
        since: later,
        message: expect.stringContaining('list'),
        details: { bindings: [{ key: 'list', error: 'answers 500' }] },
      },
    ])
    expect(fail(failing)).toBe(failing)
    expect(fail(failing, 'answers 503').conditions[0]).toMatchObject({
      since: later,
      details: { bindings: [{ error: 'answers 503' }] },
    })
    const mended = resolve(failing, [1])
    expect([only(mended).state, only(mended).lastError, mended.conditions]).toEqual(['OK', null, []])
  })

  it('keeps the last good value when the new one does not fit the definition or is too large', () => {
    const good = resolve(state, [1])
    expect(only(resolve(good, ['x']))).toMatchObject({
      state: 'FAILING',
      value: [1],
      lastError: expect.stringContaining('/list/0'),
    })
    const large = resolve(
      good,
      Array.from({ length: 2000 }, () => 1),
    )
    expect(only(large)).toMatchObject({ state: 'FAILING', value: [1], lastError: expect.stringContaining('bytes') })
    expect(large.effectiveProps).toEqual(good.effectiveProps)
  })

  it('takes the part that the pointer names; nothing there is a failure from outside, and nothing to show from within', () => {
    const api = set(blank, [spec('list', { path: 'https://a.example/#/next/list' })])
    expect(resolve(api, { next: { list: [3] } }).effectiveProps).toMatchObject({ list: [3] })
    expect(only(resolve(api, { other: 1 }))).toMatchObject({ state: 'FAILING', lastError: 'has nothing at /next/list' })
    const kv = set(blank, [spec('list', { source: 'KV', path: 'k#/list', address: 'k' }), { value: { list: [3] } }])
    const gone = resolve(kv, null, { source: 'KV', address: 'k' })
    expect([only(gone).state, gone.effectiveProps]).toEqual(['OK', { title: 'Default', list: [] }])
  })

  it('keeps no null members, which mean absent', () => {
    expect(
      resolve(set(blank, [spec('alert')]), { a: null, b: { c: null } } as JsonObject).effectiveProps['alert'],
    ).toEqual({ b: {} })
  })

  it('leaves an archived instance alone', () => {
    const archived = { ...state, lifecycle: 'ARCHIVED' as const }
    expect([resolve(archived, [1]), fail(archived)]).toEqual([archived, archived])
  })
})
