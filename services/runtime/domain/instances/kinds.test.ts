import { describe, expect, it } from 'vitest'
import { kindNames, kindOf } from './kinds.ts'

describe('the table of kinds', () => {
  it('never lets an untimed kind recur (S2-32)', () => {
    const untimed = kindNames.filter((name) => kindOf(name).tier === 'UNTIMED')
    expect(untimed).toEqual(['PIPELINE', 'STORE', 'ACCESSOR', 'EXPERIMENT', 'BACKTEST', 'JOB', 'REPORT'])
    expect(untimed.map((name) => kindOf(name).schedulable)).toEqual(untimed.map(() => 'NEVER'))
  })

  it('only names children that are kinds themselves, and gives what does not live alone a place (S2-20)', () => {
    const children = kindNames.flatMap((name) => kindOf(name).children)
    expect(children.filter((child) => child !== 'ANY' && !kindNames.includes(child))).toEqual([])
    const dependent = kindNames.filter((name) => kindOf(name).onDemand === false)
    expect(dependent).toEqual(['JOB', 'REPORT'])
    expect(dependent.filter((name) => !children.includes(name))).toEqual([])
  })
})
