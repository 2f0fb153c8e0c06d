import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { operators } from '../../../kit/pure/expression/operators/operators.ts'
import { unique } from '../../support/graph/graph-client.ts'
import { startMs } from '../../support/graph/graph-modes.ts'
import { askPython, describeOracle } from '../../support/oracle.ts'
import { Research, type Json } from '../../support/research.ts'

type Point = { date: string; symbol: string; value: number }

/** Prices of five companies by month, as pandas reads them from the same file. */
const wide = `
frame = pd.read_csv(given['file'], parse_dates=['date'])
x = frame.pivot(index='date', columns='symbol', values='price')
def long(result):
    result = result.replace([np.inf, -np.inf], np.nan).stack()
    return [[d.strftime('%Y-%m-%d'), s, v] for (d, s), v in result.items()]
`

describeOracle('expressions over real prices (S1-11, S1-12, S1-35)', () => {
  let research: Research
  let prices: string
  const price = { price: { bySymbol: true } }

  beforeAll(async () => {
    research = await Research.start({ vega: ['stocks.csv'] })
    prices = await research.refreshed('stocks.csv', { key: ['symbol', 'date'] })
  }, startMs)
  afterAll(() => research.stop())

  const experiment = async (definitionTypeKey: string, config: Json, upstream = prices): Promise<string> => {
    const id = await research.started({ kind: 'EXPERIMENT', definitionTypeKey, config })
    await research.upstreams(id, [{ instanceId: upstream }])
    return id
  }

  const inPandas = (code: string) =>
    askPython<[string, string, number][]>(`${wide}\nanswer = long(${code})`, {
      file: path.join(research.files, 'stocks.csv'),
    })

  const matches = (rows: Json[], expected: [string, string, number][]) => {
    const actual = rows as Point[]
    expect(actual.map(({ date, symbol }) => [date, symbol])).toEqual(expected.map(([date, symbol]) => [date, symbol]))
    actual.forEach(({ value }, index) => expect(value).toBeCloseTo(expected[index]![2], 9))
  }

  it('of a panel are a panel: a cross-sectional momentum, the same as in pandas', async () => {
    const expression = 'SCALE(DEMEAN(CSRANK(RETURN(price, 6)))) * IF(STD(price, 3) > 1, 1, 0.5)'
    const run = await research.run(await experiment('ops/expression', { expression, inputs: price }))
    expect(run).toMatchObject({ status: 'SUCCEEDED', error: null })
    const rows = await research.wholeOutput(run.id, 'values')
    expect(run.outputs).toMatchObject({ rows: rows.length, last_date: '2010-03-01', last_value: null })
    matches(
      rows,
      inPandas(`(lambda r: r.sub(r.mean(axis=1), axis=0).div(r.sub(r.mean(axis=1), axis=0).abs().sum(axis=1), axis=0))(
        (x / x.shift(6) - 1).rank(axis=1, pct=True)) * (x.rolling(3).std() > 1).replace({True: 1.0, False: 0.5}).where(x.rolling(3).std().notna())`),
    )
    expect(Object.keys(run.outputs!['last_values'] as Json).sort()).toEqual(['AAPL', 'AMZN', 'GOOG', 'IBM', 'MSFT'])
  })

  it('are definitions of their own, one for each operator, with its documentation', async () => {
    const query = `query { operators { name typeKey semantics parameters { name kind min max } isCrossSection }
      definitions(filter: { kinds: [OP] }, first: 200) { nodes { typeKey title description latestVersion { codeRef } } } }`
    const found = await research.ask<{
      operators: { name: string; typeKey: string; semantics: string }[]
      definitions: { nodes: { typeKey: string; description: string; latestVersion: { codeRef: string } }[] }
    }>(query)
    const definitions = new Map(found.definitions.nodes.map((node) => [node.typeKey, node]))
    expect(found.operators.map(({ name }) => name)).toEqual(operators.map(({ name }) => name))
    for (const { name, typeKey, semantics } of found.operators)
      expect(definitions.get(typeKey), typeKey).toMatchObject({
        description: expect.stringContaining(semantics) as string,
        latestVersion: { codeRef: `op.${name.toLowerCase()}` },
      })

    const run = await research.run(
      await experiment('ops/ema', { inputs: { x: { column: 'price', bySymbol: true } }, n: 12 }),
    )
    expect(run).toMatchObject({ status: 'SUCCEEDED', error: null })
    matches(
      await research.wholeOutput(run.id, 'values'),
      inPandas('x.ewm(span=12, min_periods=12).mean().where(x.notna())'),
    )

    const refused = await research.refused({
      kind: 'EXPERIMENT',
      definitionTypeKey: 'ops/std',
      config: { inputs: { x: {} }, n: 1 },
    })
    expect(refused.extensions).toMatchObject({
      code: 'SCHEMA_VIOLATION',
      details: { problems: [{ pointer: '/config/n' }] },
    })
  })

  it('are saved as macros, which other expressions call, and follow what other expressions gave', async () => {
    const typeKey = `macros/${unique()}`
    const inputs = { x: { column: 'price', bySymbol: true } }
    const saved = await experiment('ops/expression', { expression: 'x / REF(x, 3) - 1', inputs })
    await research.ask(
      'mutation ($input: SaveExperimentAsMacroInput!) { saveExperimentAsMacro(input: $input) { definitionVersion { id } } }',
      {
        input: { instanceId: saved, typeKey },
      },
    )
    const caller = await experiment('ops/expression', { expression: `CSZSCORE(@${typeKey}(price))`, inputs: price })
    const run = await research.run(caller)
    expect(run).toMatchObject({ status: 'SUCCEEDED', error: null, outputs: { macros: { [typeKey]: '1.0.0' } } })
    matches(
      await research.wholeOutput(run.id, 'values'),
      inPandas('(lambda m: m.sub(m.mean(axis=1), axis=0).div(m.std(axis=1), axis=0))(x / x.shift(3) - 1)'),
    )
    const next = await research.run(
      await experiment('ops/mean', { inputs: { x: { column: 'value', bySymbol: true } }, n: 2 }, caller),
    )
    expect(next).toMatchObject({ status: 'SUCCEEDED', error: null })
    matches(
      await research.wholeOutput(next.id, 'values'),
      inPandas(
        '(lambda m: m.sub(m.mean(axis=1), axis=0).div(m.std(axis=1), axis=0))(x / x.shift(3) - 1).iloc[3:].rolling(2).mean()',
      ),
    )
    const none = await research.run(
      await experiment('ops/expression', { expression: '@macros/none(price)', inputs: price }),
    )
    expect(none).toMatchObject({
      status: 'FAILED',
      error: { code: 'BAD_CONFIG', message: expect.stringContaining('@macros/none') as string },
    })
  })

  it('across symbols are refused over a single series, before anything is read', async () => {
    const config = { expression: 'CSRANK(price)', inputs: { price: { where: { symbol: 'IBM' } } } }
    const run = await research.run(await experiment('ops/expression', config))
    expect(run).toMatchObject({
      status: 'FAILED',
      error: { code: 'BAD_CONFIG', message: expect.stringContaining('bySymbol') as string },
    })
  })
})
