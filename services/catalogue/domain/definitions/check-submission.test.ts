import { describe, expect, it } from 'vitest'
import { checkSubmission, type Submission } from './check-submission.ts'

const busStop: Submission = { typeKey: 'display/bus-stop', kind: 'COMPONENT', version: '1.0.0' }
const problemsOf = (given: Partial<Submission>) => {
  const verdict = checkSubmission({ ...busStop, ...given })
  return verdict.ok ? [] : verdict.problems.map(({ pointer }) => pointer)
}

describe('checkSubmission', () => {
  it('fills in defaults that take any object', () => {
    expect(checkSubmission(busStop)).toEqual({
      ok: true,
      content: {
        version: '1.0.0',
        codeRef: null,
        propsSchema: { type: 'object' },
        parametersSchema: { type: 'object' },
        defaultProps: {},
        flowTemplates: [],
        statusAggregationContract: {},
        lifecycleTemplate: {},
        childRequirements: [],
        propsMigration: [],
        tests: [],
        complete: false,
      },
    })
  })

  it.each(['a', 'display/bus-stop', 'x2/y-3/z', 'd'.repeat(120)])('takes the type key %.20s', (typeKey) => {
    expect(problemsOf({ typeKey })).toEqual([])
  })

  it.each(['', 'Display', 'a//b', '/a', 'a/', 'a--b', '-a', 'a_b', 'a b', 'ä', 'd'.repeat(121)])(
    'refuses the type key %.20j',
    (typeKey) => {
      expect(problemsOf({ typeKey })).toEqual(['/typeKey'])
    },
  )

  it('points at every place that is wrong in schemas and defaults', () => {
    const verdict = checkSubmission({
      ...busStop,
      propsSchema: { type: 'object', properties: { title: { type: 'text' } } },
      parametersSchema: { $ref: 'https://example.com/schema.json' },
      defaultProps: { title: null, stop: { name: null }, list: [null] },
    })
    expect(verdict).toMatchObject({ ok: false, wrongSchemas: true })
    const pointers = verdict.ok ? [] : verdict.problems.map(({ pointer }) => pointer)
    expect(new Set(pointers)).toEqual(
      new Set([
        '/propsSchema/properties/title/type',
        '/parametersSchema/$ref',
        '/defaultProps/title',
        '/defaultProps/stop/name',
      ]),
    )
  })

  it('lets a flow ask for the network where the operator allows it to the code', () => {
    const asking = { codeRef: 'market.fetch', flowTemplates: [{ name: 'a', runKind: 'b', network: true }] }
    const allowedTo = (...networkAllow: string[]) =>
      checkSubmission(
        { typeKey: 'a', kind: 'COMPONENT', version: '1.0.0', ...asking },
        { timeoutSecondsMax: 60, memoryMbMax: 128, networkAllow },
      )
    expect(allowedTo('market.other')).toMatchObject({ ok: false, problems: [{ pointer: '/flowTemplates/0/network' }] })
    for (const allowed of ['market.fetch', '*'])
      expect(allowedTo(allowed)).toMatchObject({ ok: true, content: { flowTemplates: [{ network: true }] } })
    expect(problemsOf(asking)).toEqual(['/flowTemplates/0/network'])
    expect(
      problemsOf({ ...asking, codeRef: null, flowTemplates: [{ name: 'a', runKind: 'b', network: false }] }),
    ).toEqual([])
  })

  it('refuses flows that share a name, have none, or could never be fresh', () => {
    const flow = { name: 'refresh', runKind: 'PipelineRun' }
    expect(problemsOf({ flowTemplates: [flow, flow] })).toEqual(['/flowTemplates/1/name'])
    const most = { name: 'a', runKind: 'b', timeoutSeconds: 86_400, memoryMb: 4096 }
    expect(problemsOf({ flowTemplates: [most] })).toEqual([])
    expect(problemsOf({ flowTemplates: [{ ...most, timeoutSeconds: 86_401, memoryMb: 63 }] })).toEqual([
      '/flowTemplates/0/timeoutSeconds',
      '/flowTemplates/0/memoryMb',
    ])
    expect(problemsOf({ flowTemplates: [{ name: '', runKind: '!', freshnessSlaSeconds: 0 }] })).toEqual([
      '/flowTemplates/0/name',
      '/flowTemplates/0/runKind',
      '/flowTemplates/0/freshnessSlaSeconds',
    ])
  })

  it('bounds every text and every JSON', () => {
    const large = { text: 'x'.repeat(64 * 1024) }
    expect(problemsOf({ title: 'x'.repeat(201), codeRef: 'x'.repeat(201) })).toEqual(['/title', '/codeRef'])
    expect(problemsOf({ defaultProps: large, lifecycleTemplate: large, tests: [large] })).toEqual([
      '/defaultProps',
      '/lifecycleTemplate',
      '/tests',
    ])
  })
})
