import { describe, expect, it } from 'vitest'
import { pipelineConfig, plannedParts, refuseOtherParts } from './components.ts'

describe('the parts of a composed instance (S0-40 to S0-42)', () => {
  it.each([
    [
      {},
      [
        ['STORE', 'data/parquet', true],
        ['ACCESSOR', 'data/simple', true],
      ],
    ],
    [
      { store: 'data/sqlite' },
      [
        ['STORE', 'data/sqlite', false],
        ['ACCESSOR', 'data/simple', true],
      ],
    ],
    [
      { accessor: 'inst-0000000a' },
      [
        ['STORE', 'data/parquet', true],
        ['ACCESSOR', 'inst-0000000a', undefined],
      ],
    ],
    [
      { store: 7 },
      [
        ['STORE', 'data/parquet', true],
        ['ACCESSOR', 'data/simple', true],
      ],
    ],
  ])('are what %j chooses, and else the usual ones', (config, expected) => {
    const planned = plannedParts('DATASET', config).map((part) => [
      part.role,
      'typeKey' in part ? part.typeKey : part.instanceId,
      'isImplied' in part ? part.isImplied : undefined,
    ])
    expect(planned).toEqual(expected)
  })

  it('are none for kinds that are not composed', () => {
    expect(plannedParts('MODEL', { store: 'data/sqlite' })).toEqual([])
    expect(refuseOtherParts({ kind: 'MODEL', config: {} }, { store: 'data/sqlite' })).toBeNull()
  })

  it('stay what they are: a config may change, not their choice', () => {
    const present = { kind: 'DATASET' as const, config: { path: 'a.csv', store: 'data/sqlite' } }
    expect(refuseOtherParts(present, { path: 'b.csv', store: 'data/sqlite' })).toBeNull()
    expect(refuseOtherParts(present, { path: 'a.csv' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/config/store' }] },
    })
  })

  it('leave the rest of the config to the pipeline', () => {
    expect(pipelineConfig({ path: 'a.csv', store: 'data/sqlite', accessor: 'data/pit' })).toEqual({ path: 'a.csv' })
  })
})
