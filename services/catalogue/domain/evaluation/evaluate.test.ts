import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import type { JsonObject } from '../../../../kit/pure/json/json.ts'
import { checkSubmission } from '../definitions/check-submission.ts'
import { definitionKinds, type DefinitionKind, type VersionContent } from '../definitions/definition.ts'
import { instanceKindsOf } from '../definitions/kinds.ts'
import { evaluateVersion } from './evaluate.ts'
import { failuresOf, onlySchemasFail } from './report.ts'
import { lifecycleEvents } from './shapes.ts'

const bundle = 'export function mount(host, element) {}'
const now = new Date('2026-01-01T00:00:00.000Z')
const screen: JsonObject = {
  type: 'object',
  required: ['title', 'stop'],
  properties: {
    title: { type: 'string' },
    stop: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    rows: { type: 'integer' },
  },
}

function evaluate(
  change: Partial<VersionContent> = {},
  {
    kind = 'COMPONENT',
    source = bundle,
    previous = null,
  }: { kind?: DefinitionKind; source?: string | null; previous?: Partial<VersionContent> | null } = {},
) {
  const verdict = checkSubmission({ typeKey: 'a', kind, version: '1.0.0' })
  if (!verdict.ok) throw new Error('a plain submission is fine')
  const content = { ...verdict.content, bundleHash: source === null ? null : sha256Hex(source), ...change }
  const before = previous && { ...content, propsMigration: [], ...previous }
  return evaluateVersion({ kind, content, bundle: source, previous: before }, now)
}
/** A schema that fails may fail in several ways at one place. */
const pointers = (report: ReturnType<typeof evaluate>) => [...new Set(failuresOf(report).map(({ pointer }) => pointer))]
const warnings = (report: ReturnType<typeof evaluate>) =>
  report.checks.filter(({ ok, message }) => ok && message !== null).map(({ pointer }) => pointer)

describe('the props migration of a version', () => {
  const previous = {
    version: '1.0.0',
    tests: [
      { name: 'usual', props: { name: 'Mill Lane' }, valid: true },
      { name: 'wrong', props: { name: 7 }, valid: false },
    ],
  }
  const content: Partial<VersionContent> = {
    version: '2.0.0',
    propsSchema: { type: 'object', required: ['title'], properties: { title: { type: 'string' } } },
    defaultProps: {},
  }

  it('must lead the valid cases of the version before it to props that fit', () => {
    const right = evaluate(
      { ...content, propsMigration: [{ op: 'rename', from: '/name', to: '/title' }] },
      { previous },
    )
    expect(right.status).toBe('PASSED')
    const wrong = evaluate({ ...content, propsMigration: [{ op: 'drop', path: '/name' }] }, { previous })
    expect(failuresOf(wrong)).toEqual([
      expect.objectContaining({ pointer: '/propsMigration', message: expect.stringContaining("'usual' of 1.0.0") }),
    ])
  })
})

describe('evaluateVersion (S1-06)', () => {
  it('looks at every part of a version, and says so', () => {
    const report = evaluate()
    expect(report).toMatchObject({ status: 'PASSED', evaluatedAt: now.toISOString() })
    expect(report.checks.map(({ name }) => name)).toEqual([
      'propsSchema',
      'parametersSchema',
      'defaultProps',
      'bundle',
      'flowTemplates',
      'lifecycleTemplate',
      'statusAggregationContract',
      'childRequirements',
      'propsMigration',
      'tests',
    ])
    expect(report.checks.every(({ ok, message }) => ok && message === null)).toBe(true)
  })

  it.each<[string, Partial<VersionContent>, string[]]>([
    ['a props schema that does not compile', { propsSchema: { type: 'text' } }, ['/propsSchema/type']],
    [
      'a parameters schema that does not compile',
      { parametersSchema: { $ref: 'https://example.com' } },
      ['/parametersSchema/$ref'],
    ],
    ['a default of the wrong type', { propsSchema: screen, defaultProps: { title: 1 } }, ['/defaultProps/title']],
    [
      'a default deep inside',
      { propsSchema: screen, defaultProps: { title: '', stop: { name: 1 } } },
      ['/defaultProps/stop/name'],
    ],
    [
      'two flows of one name',
      { flowTemplates: [1, 2].map(() => ({ name: 'f', runKind: 'R', schedulable: true, freshnessSlaSeconds: null })) },
      ['/flowTemplates/1/name'],
    ],
    [
      'a template that widens the lifecycle',
      { lifecycleTemplate: { transitions: [['STOPPED', 'ACTIVE']] } },
      ['/lifecycleTemplate/transitions'],
    ],
    ['an event that is none', { lifecycleTemplate: { forbid: ['PAUSE', 'REBOOT'] } }, ['/lifecycleTemplate/forbid/1']],
    ['an event forbidden twice', { lifecycleTemplate: { forbid: ['STOP', 'STOP'] } }, ['/lifecycleTemplate/forbid']],
    [
      'another aggregation',
      { statusAggregationContract: { aggregation_method: 'max', status_priority: ['READY'] } },
      ['/statusAggregationContract/aggregation_method'],
    ],
    [
      'a status that is none',
      { statusAggregationContract: { aggregation_method: 'min_severity', status_priority: ['OK'] } },
      ['/statusAggregationContract/status_priority/0'],
    ],
    [
      'an aggregation without its list',
      { statusAggregationContract: { aggregation_method: 'min_severity' } },
      ['/statusAggregationContract/status_priority'],
    ],
    ['a child of no kind', { childRequirements: [{ role: 'part', kind: 'PART' }] }, ['/childRequirements/0/kind']],
    [
      'a role twice',
      {
        childRequirements: [
          { role: 'a', kind: 'JOB' },
          { role: 'a', kind: 'REPORT' },
        ],
      },
      ['/childRequirements/1/role'],
    ],
    [
      'more than at most',
      { childRequirements: [{ role: 'a', kind: 'JOB', min: 3, max: 2 }] },
      ['/childRequirements/0/min'],
    ],
    [
      'a selector that nobody reads',
      { childRequirements: [{ role: 'a', kind: 'JOB', selector: { colour: 'red' } }] },
      ['/childRequirements/0/selector/colour'],
    ],
    ['a test that is none', { tests: [{ name: 'x', valid: true }] }, ['/tests/0/props']],
    ['two tests of one name', { tests: [1, 2].map(() => ({ name: 'x', props: {}, valid: true })) }, ['/tests/1/name']],
    [
      'a test that should fit and does not',
      { propsSchema: screen, tests: [{ name: 'x', props: { title: 'a' }, valid: true }] },
      ['/tests/0'],
    ],
    ['a test that should not fit and does', { tests: [{ name: 'x', props: {}, valid: false }] }, ['/tests/0']],
  ])('fails %s, and points at it', (_, change, expected) => {
    const report = evaluate(change)
    expect(report.status).toBe('FAILED')
    expect(pointers(report)).toEqual(expected)
  })

  it('takes all that the shapes allow (S0-37, S2-06, S2-07)', () => {
    const report = evaluate({
      lifecycleTemplate: { forbid: [...lifecycleEvents] },
      statusAggregationContract: {
        aggregation_method: 'min_severity',
        status_priority: ['ERROR', 'STALE', 'RUNNING', 'READY'],
      },
      childRequirements: [
        { role: 'host', kind: 'HOST' },
        {
          role: 'jobs',
          kind: 'JOB',
          min: 0,
          max: 3,
          selector: { definitionTypeKey: 'job/a', nameContains: 'a', propsContain: { a: 1 } },
        },
      ],
      tests: [{ name: 'any', props: { a: 1 }, valid: true }],
    })
    expect(pointers(report)).toEqual([])
  })

  it('warns of a member that instances have to bring, unless the version claims to be complete', () => {
    const change = { propsSchema: screen, defaultProps: { stop: {} } }
    expect(warnings(evaluate(change))).toEqual(['/defaultProps/title', '/defaultProps/stop/name'])
    expect(evaluate(change).status).toBe('PASSED')
    expect(pointers(evaluate({ ...change, complete: true }))).toEqual([
      '/defaultProps/title',
      '/defaultProps/stop/name',
    ])
  })

  it('takes it for missing, not for wrong, what no branch finds', () => {
    const propsSchema: JsonObject = { type: 'object', anyOf: [{ required: ['text'] }, { required: ['image'] }] }
    expect(evaluate({ propsSchema }).status).toBe('PASSED')
    expect(evaluate({ propsSchema, complete: true }).status).toBe('FAILED')
    expect(
      evaluate({
        propsSchema: { ...propsSchema, properties: { rows: { type: 'integer' } } },
        defaultProps: { rows: 'x' },
      }).status,
    ).toBe('FAILED')
  })

  it('judges tests on top of the defaults, as a new instance would be', () => {
    const tests: JsonObject[] = [
      { name: 'the least', props: { stop: { name: 'Mitte' } }, valid: true },
      { name: 'no name', props: { stop: {} }, valid: false },
      { name: 'rows as text', props: { stop: { name: 'Mitte' }, rows: '3' }, valid: false },
    ]
    expect(pointers(evaluate({ propsSchema: screen, defaultProps: { title: 'Departures' }, tests }))).toEqual([])
    expect(pointers(evaluate({ propsSchema: screen, tests }))).toEqual(['/tests/0'])
  })

  it('wants a bundle of a component that exports mount, and of nothing else', () => {
    expect(warnings(evaluate({}, { source: null }))).toEqual(['/bundle'])
    expect(pointers(evaluate({ complete: true }, { source: null }))).toEqual(['/bundle'])
    expect(pointers(evaluate({}, { source: 'export const a = 1' }))).toEqual(['/bundle'])
    expect(pointers(evaluate({}, { source: 'export const' }))).toEqual(['/bundle'])
    expect(pointers(evaluate({ bundleHash: 'another' }))).toEqual(['/bundle'])
    expect(pointers(evaluate({}, { kind: 'POD' }))).toEqual(['/bundle'])
    expect(evaluate({ complete: true }, { kind: 'POD', source: null }).status).toBe('PASSED')
  })

  it('never lets a template through that names anything but moves to forbid', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (template) => {
        const { forbid, ...more } = template
        const isList =
          Array.isArray(forbid) &&
          new Set(forbid).size === forbid.length &&
          forbid.every((event) => lifecycleEvents.some((each) => each === event))
        const narrows = Object.keys(more).length === 0 && (!Object.hasOwn(template, 'forbid') || isList)
        expect(evaluate({ lifecycleTemplate: template as JsonObject }).status).toBe(narrows ? 'PASSED' : 'FAILED')
      }),
    )
  })

  it('tells schemas and what they govern from everything else', () => {
    expect(onlySchemasFail(failuresOf(evaluate({ propsSchema: screen, defaultProps: { title: 1 } })))).toBe(true)
    expect(onlySchemasFail(failuresOf(evaluate({ defaultProps: {}, lifecycleTemplate: { a: 1 } })))).toBe(false)
  })
})

describe('kinds', () => {
  it('has instances for every kind of definition but FORM (S2-22 to S2-28)', () => {
    expect(definitionKinds.filter((kind) => instanceKindsOf(kind).length === 0)).toEqual(['FORM'])
    expect(
      ['SESSION', 'PART', 'POD', 'HOST', 'JOB', 'REPORT'].map((kind) => instanceKindsOf(kind as DefinitionKind)),
    ).toEqual([['SESSION'], ['SESSION_PART'], ['POD'], ['HOST'], ['JOB'], ['REPORT']])
  })
})
