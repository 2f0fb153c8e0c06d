import { describe, expect, it } from 'vitest'
import { drawingOf, ticksBetween } from './series.ts'

const table = (rows: Record<string, unknown>[]) => ({
  columns: Object.keys(rows[0] ?? {}).map((name) => ({ name })),
  rows,
})

describe('what is drawn of a table', () => {
  it('is each number over the dates, in order', () => {
    const drawing = drawingOf(
      table([
        { date: '2026-01-02', equity: 101, drawdown: -0.1 },
        { date: '2026-01-01', equity: 100, drawdown: 0 },
      ]),
    )
    expect(drawing?.series.map(({ name, points }) => [name, points.map(({ y }) => y)])).toEqual([
      ['equity', [100, 101]],
      ['drawdown', [0, -0.1]],
    ])
  })

  it('is a line for each name, where rows have one', () => {
    const rows = ['AAPL', 'MSFT'].flatMap((symbol, index) =>
      ['2026-01-01', '2026-02-01'].map((date) => ({ date, symbol, weight: 0.2 + index / 10 })),
    )
    expect(drawingOf(table(rows))?.series.map(({ name }) => name)).toEqual(['MSFT', 'AAPL'])
  })

  it('is nothing without dates, without numbers, or of one point', () => {
    expect(drawingOf(table([{ name: 'a', value: 1 }]))).toBeNull()
    expect(drawingOf(table([{ date: '2026-01-01', note: 'x' }]))).toBeNull()
    expect(drawingOf(table([{ date: '2026-01-01', value: 1 }]))).toBeNull()
    expect(drawingOf(table([]))).toBeNull()
  })

  it('has round numbers beside it', () => {
    expect(ticksBetween(0, 10, 5)).toEqual([0, 2, 4, 6, 8, 10])
    expect(ticksBetween(97, 131, 4)).toEqual([100, 110, 120, 130])
    expect(ticksBetween(1, 1, 4)).toEqual([1])
  })
})
