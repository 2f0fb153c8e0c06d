import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignWaves, checkWaves, judgeWave } from './waves.ts'

describe('assignWaves', () => {
  it('takes shares of all, numbers and carriers of a tag, and what is left at the end', () => {
    const ids = Array.from({ length: 10 }, (_, index) => `i${index}`)
    const tagged = (tag: string) => new Set(tag === 'pilot' ? ['i7', 'i9', 'other'] : [])
    expect(assignWaves(ids, [{ tag: 'pilot' }, { count: 1 }, { percent: 25 }, { tag: 'none' }], tagged)).toEqual([
      ['i7', 'i9'],
      ['i0'],
      ['i1', 'i2', 'i3'],
      ['i4', 'i5', 'i6', 'i8'],
    ])
    expect(assignWaves(ids, [], tagged)).toEqual([ids])
    expect(assignWaves(ids, [{ percent: 100 }, { count: 5 }], tagged)).toEqual([ids])
  })

  it('puts every instance into exactly one wave, and makes no empty one', () => {
    const wave = fc.oneof(
      fc.record({ percent: fc.integer({ min: 1, max: 100 }) }),
      fc.record({ count: fc.integer({ min: 1, max: 20 }) }),
      fc.record({ tag: fc.constantFrom('x', 'y') }),
    )
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.array(wave), fc.array(fc.string()), (ids, waves, carriers) => {
        const assigned = assignWaves(ids, waves, () => new Set(carriers))
        expect(assigned.flat().toSorted()).toEqual(ids.toSorted())
        expect(assigned.every(({ length }) => length > 0)).toBe(true)
      }),
    )
  })
})

describe('judgeWave', () => {
  it.each([
    [{ size: 10, settled: 5, failed: 0 }, 20, false, 'WAIT'],
    [{ size: 10, settled: 5, failed: 1 }, 20, false, 'WAIT'],
    [{ size: 10, settled: 2, failed: 2 }, 20, false, 'ABORT'],
    [{ size: 10, settled: 10, failed: 1 }, 20, false, 'NEXT'],
    [{ size: 10, settled: 10, failed: 1 }, 20, true, 'DONE'],
    [{ size: 10, settled: 10, failed: 10 }, null, true, 'DONE'],
    [{ size: 10, settled: 10, failed: 10 }, 100, true, 'ABORT'],
    [{ size: 3, settled: 3, failed: 0 }, 1, false, 'NEXT'],
  ] as const)('%j at %s percent, last: %s, is %s', (tally, failedPercent, isLast, verdict) => {
    expect(judgeWave(tally, { failedPercent, isLast })).toBe(verdict)
  })
})

describe('checkWaves', () => {
  it('names every bound that is broken', () => {
    const waves = [{ percent: 101 }, { count: 1, tag: 'x' }, {}, { count: 0 }, { tag: '' }]
    const problems = checkWaves(waves, { failedPercent: 0, waveTimeoutSeconds: 0 }, 4)
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      ...['/waves', '/waves/0/percent', '/waves/1', '/waves/2', '/waves/3/count', '/waves/4/tag'],
      ...['/abortWhen/failedPercent', '/waveTimeoutSeconds'],
    ])
    expect(checkWaves([{ percent: 5 }], { failedPercent: null, waveTimeoutSeconds: 60 }, 4)).toEqual([])
  })
})
