import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BacktestSetting, Panel } from './setting.ts'
import { simulate } from './simulate.ts'
import { adjustForSplits, suspectedSplits } from './splits.ts'

const dates = ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-06', '2020-02-03']
const prices = new Map<string, (number | null)[]>([
  ['A', [10, 11, 12, 12, 18]],
  ['B', [10, 9, 9, 18, 9]],
])
const setting = (more: Partial<BacktestSetting> = {}): BacktestSetting => ({
  dates,
  prices,
  primary: prices,
  secondary: [],
  universe: ['A', 'B'],
  benchmark: 'B',
  rebalance: 'daily',
  transactionCosts: 0,
  slippage: { model: 'none', rate: 0.001 },
  weighting: 'rising',
  direction: 'long-only',
  ...more,
})
const equities = (more: Partial<BacktestSetting> = {}) =>
  simulate(setting(more)).curve.map(({ equity }) => Number(equity.toFixed(6)))

describe('the fixed procedure of a backtest (S0-22, S0-43)', () => {
  it('holds what rose, from the next date on, and cash otherwise', () => {
    // Held after: A, A, B (A stood still), A. Earned: nothing, 12/11, 12/12, 9/18.
    expect(equities()).toEqual([
      1,
      1,
      Number((12 / 11).toFixed(6)),
      Number((12 / 11).toFixed(6)),
      Number((12 / 22).toFixed(6)),
    ])
    expect(
      simulate(setting()).trades.map(({ date, symbol, from, to }) => [date, symbol, Number(from.toFixed(6)), to]),
    ).toEqual([
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
    const costs = (more: Partial<BacktestSetting>) =>
      simulate(setting({ rebalance: 'monthly', ...more })).metrics['costs']
    expect(costs({})).toBe(0)
    expect(costs({ transactionCosts: 0.001 })).toBeCloseTo(0.001, 12)
    expect(costs({ transactionCosts: 0.001, slippage: { model: 'linear', rate: 0.001 } })).toBeCloseTo(0.002, 12)
  })

  it('tells how it went beside its benchmark (S0-44, S1-18)', () => {
    const { metrics, curve } = simulate(setting())
    expect(curve.at(-1)?.benchmark).toBeCloseTo(0.9, 12)
    expect(metrics).toMatchObject({
      trades: 5,
      turnover: 5,
      costs: 0,
      benchmark_return: expect.closeTo(-0.1, 12) as number,
      max_drawdown: expect.closeTo(0.5, 12) as number,
    })
    expect(metrics['total_return']).toBeCloseTo(12 / 22 - 1, 12)
  })

  it('never looks ahead: what comes later changes nothing before it, and shares stay within the whole', () => {
    const series = fc.array(fc.option(fc.integer({ min: 1, max: 100 })), { minLength: 12, maxLength: 12 })
    const days = Array.from({ length: 12 }, (_, day) => `2020-03-${String(day + 1).padStart(2, '0')}`)
    fc.assert(
      fc.property(
        series,
        series,
        series,
        fc.integer({ min: 1, max: 11 }),
        fc.constantFrom('daily', 'weekly', 'monthly'),
        (a, b, other, cut, rebalance) => {
          const run = (first: (number | null)[]) => {
            const panel = new Map([
              ['A', first],
              ['B', b],
            ])
            return simulate(
              setting({
                dates: days,
                prices: panel,
                primary: panel,
                rebalance,
                transactionCosts: 0.001,
                slippage: { model: 'linear', rate: 0.001 },
              }),
            )
          }
          const changed = run([...a.slice(0, cut), ...other.slice(cut)])
          const whole = run(a)
          expect(changed.curve.slice(0, cut)).toEqual(whole.curve.slice(0, cut))
          for (const { to } of whole.trades) expect(to).toBeLessThanOrEqual(1)
          for (const { equity } of whole.curve) expect(equity).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('signals become target weights', () => {
  const flat = (a: number | null, b: number | null) =>
    new Map([
      ['A', dates.map(() => a)],
      ['B', dates.map(() => b)],
    ])
  const final = (more: Partial<BacktestSetting>) => simulate(setting(more)).exposures.at(-1)

  it('a score of 1 that never changes holds, from the first date on', () => {
    const { curve, trades } = simulate(setting({ weighting: 'equal', primary: flat(1, null) }))
    expect(trades).toEqual([{ date: dates[0], symbol: 'A', from: 0, to: 1, cost: 0 }])
    expect(curve.map(({ equity }) => equity)).toEqual(
      [10, 11, 12, 12, 18].map((price) => expect.closeTo(price / 10, 12) as number),
    )
  })

  it('long-short sells short what has a negative score, long-only leaves it out', () => {
    const short = { weighting: 'equal', direction: 'long-short', primary: flat(1, -1), rebalance: 'daily' } as const
    expect(final(short)).toMatchObject({
      gross: expect.closeTo(1, 9) as number,
      net: expect.closeTo(0, 9) as number,
      positions: 2,
    })
    expect(final({ ...short, direction: 'long-only' })).toMatchObject({
      gross: expect.closeTo(1, 9) as number,
      positions: 1,
    })
    // A gains a tenth with half of the equity, B loses a tenth with the other half sold short.
    expect(simulate(setting(short)).curve[1]?.equity).toBeCloseTo(1.1, 12)
  })

  it('in proportion, or as they are', () => {
    const trades = (more: Partial<BacktestSetting>) =>
      simulate(setting({ primary: flat(3, 1), rebalance: 'monthly', ...more }))
        .trades.slice(0, 2)
        .map(({ to }) => to)
    expect(trades({ weighting: 'proportional' })).toEqual([0.75, 0.25])
    expect(trades({ weighting: 'weights', primary: flat(0.5, 0.2) })).toEqual([0.5, 0.2])
  })

  it('weights of a date replace all those before: who is not named is sold', () => {
    const primary = new Map([
      ['A', [1, null, null, null, null]],
      ['B', [null, null, 1, null, null]],
    ])
    expect(
      simulate(setting({ weighting: 'weights', primary })).trades.map(({ date, symbol, to }) => [date, symbol, to]),
    ).toEqual([
      ['2020-01-01', 'A', 1],
      ['2020-01-03', 'A', 0],
      ['2020-01-03', 'B', 1],
    ])
  })

  it.each([
    ['fixed', 0.01 * 0.25],
    ['linear', 0.01 * 0.25 ** 2],
    ['square-root', 0.01 * 0.25 ** 1.5],
  ] as const)('slippage %s costs %d for a quarter of the equity', (model, cost) => {
    const bought = simulate(
      setting({ weighting: 'weights', primary: flat(0.25, null), slippage: { model, rate: 0.01 } }),
    ).trades[0]
    expect(bought?.cost).toBeCloseTo(cost, 12)
  })

  it('who loses everything by a short has nothing, and trades no more', () => {
    const prices = new Map([['A', [1, 1, 5, 1, 1]]])
    const { curve, trades } = simulate(
      setting({
        universe: ['A'],
        benchmark: null,
        prices,
        primary: new Map([['A', [-1, -1, -1, -1, -1]]]),
        weighting: 'weights',
        direction: 'long-short',
      }),
    )
    expect(curve.map(({ equity }) => equity)).toEqual([1, 1, 0, 0, 0])
    expect(trades).toHaveLength(1)
  })

  it('metrics are those of their definitions', () => {
    const { metrics, curve } = simulate(setting({ weighting: 'equal', primary: flat(1, null), benchmark: 'B' }))
    const own = [0.1, 1 / 11, 0, 0.5]
    const theirs = [-0.1, 0, 1, -0.5]
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const cov = mean(own.map((value, t) => (value - mean(own)) * (theirs[t]! - mean(theirs))))
    const days = (Date.parse('2020-02-03') - Date.parse('2020-01-01')) / 86_400_000
    expect(metrics).toMatchObject({
      total_return: expect.closeTo(0.8, 12) as number,
      annual_return: expect.closeTo(1.8 ** (365.25 / days) - 1, 9) as number,
      max_drawdown: 0,
      sortino: 0,
      hit_rate: 1,
      beta: expect.closeTo(cov / mean(theirs.map((value) => (value - mean(theirs)) ** 2)), 12) as number,
    })
    expect(curve).toHaveLength(5)
  })
})

describe('a backtest, whatever the prices', () => {
  const length = 15
  const days = Array.from({ length }, (_, day) => new Date(Date.UTC(2020, 0, 27 + day * 3)).toISOString().slice(0, 10))
  // In cents: prices a rounding apart would rise or stand still by the currency that they are in.
  const price = fc.integer({ min: 50, max: 50_000 }).map((cents) => cents / 100)
  const full = fc.array(price, { minLength: length, maxLength: length })
  const gappy = fc.array(fc.option(price, { freq: 4 }), { minLength: length, maxLength: length })
  const rebalances = fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const)
  const panel = (series: Record<string, readonly (number | null)[]>) =>
    new Map(Object.entries(series).map(([symbol, values]) => [symbol, [...values]]))
  const rising = Array.from({ length }, (_, t) => t)
  const on = (more: Partial<BacktestSetting>) => simulate(setting({ dates: days, benchmark: null, ...more }))

  it('that is invested in one asset equals that asset, from the day after it bought it', () => {
    fc.assert(
      fc.property(full, full, rebalances, (a, b, rebalance) => {
        const { curve, trades } = on({
          universe: ['A', 'B'],
          prices: panel({ A: a, B: b }),
          primary: panel({ A: rising, B: rising.map(() => 0) }),
          rebalance,
        })
        const [first] = trades
        if (first === undefined) return
        const bought = days.indexOf(first.date)
        for (const [t, { equity }] of curve.entries())
          expect(equity / (t <= bought ? 1 : (a[t] as number) / (a[bought] as number))).toBeCloseTo(1, 9)
      }),
    )
  })

  it('is the same in another currency', () => {
    fc.assert(
      fc.property(gappy, gappy, fc.constantFrom(0.01, 0.5, 4, 1024), rebalances, (a, b, factor, rebalance) => {
        const run = (by: number) => {
          const prices = panel({ A: a.map((value) => value && value * by), B: b.map((value) => value && value * by) })
          return on({
            prices,
            primary: prices,
            rebalance,
            transactionCosts: 0.002,
            slippage: { model: 'linear', rate: 0.001 },
          }).curve.map(({ equity }) => equity)
        }
        const [one, other] = [run(1), run(factor)]
        for (const [t, equity] of one.entries()) expect((other[t] as number) / equity).toBeCloseTo(1, 9)
      }),
    )
  })

  it('never earns by its costs', () => {
    fc.assert(
      fc.property(
        gappy,
        gappy,
        fc.double({ min: 0, max: 0.05, noNaN: true }),
        rebalances,
        (a, b, transactionCosts, rebalance) => {
          const prices = panel({ A: a, B: b })
          const run = (more: Partial<BacktestSetting>) =>
            on({ prices, primary: prices, rebalance, ...more }).curve.map(({ equity }) => equity)
          const [free, fees, both] = [
            run({}),
            run({ transactionCosts }),
            run({ transactionCosts, slippage: { model: 'linear', rate: 0.001 } }),
          ]
          for (const [t, equity] of free.entries()) {
            expect(fees[t] as number).toBeLessThanOrEqual(equity * (1 + 1e-12))
            expect(both[t] as number).toBeLessThanOrEqual((fees[t] as number) * (1 + 1e-12))
          }
        },
      ),
    )
  })

  it('of prices before a split, which is declared, is that of prices that were never split', () => {
    fc.assert(
      fc.property(
        full,
        full,
        fc.integer({ min: 1, max: length - 1 }),
        fc.constantFrom(2, 3, 1.5, 0.1),
        (a, b, at, ratio) => {
          const raw = a.map((value, t) => (t < at ? value * ratio : value))
          const run = (prices: Panel) => on({ prices, primary: prices }).curve.map(({ equity }) => equity)
          const whole = run(panel({ A: a, B: b }))
          const adjusted = run(
            adjustForSplits(panel({ A: raw, B: b }), days, [{ symbol: 'A', date: days[at] as string, ratio }]),
          )
          for (const [t, equity] of whole.entries()) expect((adjusted[t] as number) / equity).toBeCloseTo(1, 9)
        },
      ),
    )
  })

  it('sells what is no longer priced at its last price, and lives through days without any', () => {
    const a = [10, 11, 12, ...Array.from({ length: length - 3 }, () => null)]
    const { curve, trades } = on({ universe: ['A'], prices: panel({ A: a }), primary: panel({ A: a }) })
    expect(trades.at(-1)).toMatchObject({ date: days[3], symbol: 'A', to: 0 })
    expect(curve.at(-1)?.equity).toBeCloseTo(12 / 11, 12)
    expect(
      on({ dates: days.slice(0, 1), universe: ['A'], prices: panel({ A: [10] }), primary: panel({ A: [10] }) }),
    ).toMatchObject({ curve: [{ equity: 1 }], trades: [], metrics: { total_return: 0, sharpe: 0 } })
  })

  it('says which prices look like a split that nobody declared', () => {
    const prices = panel({ A: [110, 55, 56], B: [10, 10.2, 10.1] })
    expect(suspectedSplits(prices, ['2026-01-01', '2026-01-02', '2026-01-05'])).toEqual([
      expect.stringContaining('splits: [{ symbol: "A", date: "2026-01-02", ratio: 2 }]'),
    ])
    expect(
      suspectedSplits(
        adjustForSplits(
          prices,
          ['2026-01-01', '2026-01-02', '2026-01-05'],
          [{ symbol: 'A', date: '2026-01-02', ratio: 2 }],
        ),
        ['2026-01-01', '2026-01-02', '2026-01-05'],
      ),
    ).toEqual([])
  })
})
