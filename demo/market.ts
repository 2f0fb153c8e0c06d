import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { EDITION } from './displays.ts'
import type { Ask } from './graphql.ts'
import * as operations from './operations.ts'

const file = 'demo/sp500.csv'
const config = { path: file, format: 'csv' }
/** After the close of the exchange, by its own clock. */
const afterClose = { expression: '30 17 * * 1-5', timezone: 'America/New_York' }

const common = { definitionTypeKey: 'data/files', visibility: 'PUBLIC', config, schedule: afterClose }

export const datasetInput = { ...common, kind: 'DATASET', name: 'S&P 500', idempotencyKey: `${EDITION}/market/dataset` }
export const signalInput = {
  ...common,
  kind: 'SIGNAL',
  name: 'S&P 500 signal',
  idempotencyKey: `${EDITION}/market/signal`,
}

export const upstreamsInput = (signalId: string, datasetId: string) => ({
  id: signalId,
  upstreams: [{ instanceId: datasetId, role: 'input' }],
})
export const startInput = (id: string) => ({ id, idempotencyKey: `${EDITION}/market/start/${id}` })
export const triggerInput = (instanceId: string) => ({
  instanceId,
  idempotencyKey: `${EDITION}/market/first-run/${instanceId}`,
})

/**
 * A dataset of real prices that refreshes by cron in its exchange's zone, and a signal that works on it: both are due at
 * the same minute, and the signal waits until the dataset is READY. Their first runs are asked for at once, the signal's
 * first, so that there is something to look at. What is there already is left as it is.
 */
export async function loadMarket(ask: Ask, filesDir: string): Promise<void> {
  const { market } = await ask<operations.MarketState>(operations.MARKET_STATE, { name: datasetInput.name })
  if (market.totalCount >= 2) return
  await mkdir(path.join(filesDir, path.dirname(file)), { recursive: true })
  await copyFile(
    fileURLToPath(new URL('../data/sp500.csv', import.meta.resolve('vega-datasets'))),
    path.join(filesDir, file),
  )
  const create = async (input: object) =>
    (await ask<operations.Created>(operations.CREATE, { input })).createInstance.instance.id
  const dataset = await create(datasetInput)
  const signal = await create(signalInput)
  await ask(operations.SET_UPSTREAMS, { input: upstreamsInput(signal, dataset) })
  // Only what is ACTIVE runs by itself.
  for (const id of [dataset, signal]) await ask(operations.START, { input: startInput(id) })
  for (const instanceId of [signal, dataset]) await ask(operations.TRIGGER_RUN, { input: triggerInput(instanceId) })
}
