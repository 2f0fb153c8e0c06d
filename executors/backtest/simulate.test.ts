import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulate, type BacktestSetting } from './simulate.ts'

const dates = ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-06', '2020-02-03']
const prices = new Map<string, (number | null)[]>([
  ['A', [10, 11, 12, 12, 18]],
  ['B', [10, 9, 9, 18, 9]],
])
const setting = (more: Partial<BacktestSetting> = {}): BacktestSetting => ({
  dates, prices, primary: prices, secondary: [], universe: ['A', 'B'], benchmark: 'B', rebalance: 'daily', transactionCosts: 0, slippage: 'none', ...more,
})
const equities = (more: Partial<BacktestSetting> = {}) => simulate(setting(more)).curve.map(({ equity }) => Number(equity.toFixed(6)))

describe('the fixed procedure of a backtest (S0-22, S0-43)', () => {
  it('holds what rose, from the next date on, and cash otherwise', () => {
    // Held after: A, A, B (A stood still), A. Earned: nothing, 12/11, 12/12, 9/18.
    expect(equities()).toEqual([1, 1, Number((12 / 11).toFixed(6)), Number((12 / 11).toFixed(6)), Number((12 / 22).toFixed(6))])
    expect(simulate(setting()).trades.map(({ date, symbol, from, to }) => [date, symbol, Number(from.toFixed(6)), to])).toEqual([
      ['2020-01-02', 'A', 0, 1],
      ['2020-01-06', 'A', 1, 0],
      ['2020-01-06', 'B', 0, 1],
      ['2020-02-03', 'B', 1, 0],
      ['2020-02-03', 'A', 0, 1],
    ])
  })

  it('asks the secondary signals before it holds', () => {
    const falling = new Map([['A', [5, 4, 3, 2, 1]]])
    expect(equities({ secondary: [falling] })).toEqual([1, 1, 1, 1, 0.5])
  })

  it.each([
    ['daily', 5],
    ['weekly', 3],
    ['monthly', 1],
  ] as const)('trades %s only (S0-47)', (rebalance, trades) => {
    expect(simulate(setting({ rebalance })).trades).toHaveLength(trades)
  })

  it('pays for what it trades, more for large trades where slippage is linear (S0-47)', () => {
    const costs = (more: Partial<BacktestSetting>) => simulate(setting({ rebalance: 'monthly', ...more })).metrics['costs']
    expect(costs({})).toBe(0)
    expect(costs({ transactionCosts: 0.001 })).toBeCloseTo(0.001, 12)
    expect(costs({ transactionCosts: 0.001, slippage: 'linear' })).toBeCloseTo(0.002, 12)
  })

  it('tells how it went beside its benchmark (S0-44, S1-18)', () => {
    const { metrics, curve } = simulate(setting())
    expect(curve.at(-1)?.benchmark).toBeCloseTo(0.9, 12)
    expect(metrics).toMatchObject({ trades: 5, turnover: 5, costs: 0, benchmark_return: expect.closeTo(-0.1, 12) as number, max_drawdown: expect.closeTo(0.5, 12) as number })
    expect(metrics['total_return']).toBeCloseTo(12 / 22 - 1, 12)
  })

  it('never looks ahead: what comes later changes nothing before it, and shares stay within the whole', () => {
    const series = fc.array(fc.option(fc.integer({ min: 1, max: 100 })), { minLength: 12, maxLength: 12 })
    const days = Array.from({ length: 12 }, (_, day) => `2020-03-${String(day + 1).padStart(2, '0')}`)
    fc.assert(
      fc.property(series, series, series, fc.integer({ min: 1, max: 11 }), fc.constantFrom('daily', 'weekly', 'monthly'), (a, b, other, cut, rebalance) => {
        const run = (first: (number | null)[]) => {
          const panel = new Map([['A', first], ['B', b]])
          return simulate(setting({ dates: days, prices: panel, primary: panel, rebalance, transactionCosts: 0.001, slippage: 'linear' }))
        }
        const changed = run([...a.slice(0, cut), ...other.slice(cut)])
        const whole = run(a)
        expect(changed.curve.slice(0, cut)).toEqual(whole.curve.slice(0, cut))
        for (const { to } of whole.trades) expect(to).toBeLessThanOrEqual(1)
        for (const { equity } of whole.curve) expect(equity).toBeGreaterThan(0)
      }),
    )
  })
})
