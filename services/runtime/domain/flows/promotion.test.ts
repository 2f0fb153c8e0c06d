import { describe, expect, it } from 'vitest'
import { promotionProblems } from './promotion.ts'

const metrics = { test: { ic: 0.04, rmse: 0.2 }, rows: 900 }

describe('promotionProblems', () => {
  it('finds none where nothing is asked or all is kept, the bounds included', () => {
    expect(promotionProblems({}, metrics)).toEqual([])
    expect(promotionProblems({ promotion: { 'test.ic': { min: 0.04 }, rows: { min: 1, max: 900 } } }, metrics)).toEqual(
      [],
    )
  })

  it('names each metric that is beyond its bound or not there', () => {
    const promotion = {
      'test.ic': { min: 0.05 },
      'test.rmse': { max: 0.1 },
      'test.auc': { min: 0.5 },
      'rows.x': { min: 1 },
    }
    expect(promotionProblems({ promotion }, metrics)).toEqual([
      { pointer: '/promotion/test.ic', message: 'test.ic is 0.04, less than 0.05' },
      { pointer: '/promotion/test.rmse', message: 'test.rmse is 0.2, more than 0.1' },
      { pointer: '/promotion/test.auc', message: 'the run has no metric test.auc' },
      { pointer: '/promotion/rows.x', message: 'the run has no metric rows.x' },
    ])
  })
})
