import { expect, it } from 'vitest'
import { signalChecks } from './signal-checks.ts'

const dataset = { kind: 'DATASET', lifecycle: 'ACTIVE', readiness: 'READY' } as const
const outputs = {
  rows_total: 3,
  last_date: '2020-01-01',
  schema: [
    { name: 'date', type: 'DATE' },
    { name: 'price', type: 'DOUBLE' },
  ],
}
const failed = (state: object, given: typeof outputs | object | null) =>
  signalChecks({ ...dataset, ...state }, given as never)
    .filter(({ ok }) => !ok)
    .map(({ name }) => name)

it('a dataset with dated numbers may be a signal (S1-39)', () => {
  expect(failed({}, outputs)).toEqual([])
  expect(signalChecks(dataset, outputs).every(({ message }) => message === null)).toBe(true)
})

it.each([
  [{ kind: 'DISPLAY' }, outputs, ['kind']],
  [{ lifecycle: 'ARCHIVED' }, outputs, ['lifecycle']],
  [{ readiness: 'ERROR' }, outputs, ['readiness']],
  [{}, null, ['rows', 'dates', 'values']],
  [{}, { ...outputs, rows_total: 0 }, ['rows']],
  [{}, { ...outputs, last_date: null }, ['dates']],
  [{}, { ...outputs, schema: [{ name: 'name', type: 'VARCHAR' }] }, ['values']],
])('%j with %j fails by name', (state, given, names) => {
  expect(failed(state, given)).toEqual(names)
})
