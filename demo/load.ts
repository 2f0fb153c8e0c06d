import { createHash } from 'node:crypto'
import { BUS_STOP_TYPE_KEY, busStopDefinition } from './bus-stop/definition.ts'
import { CITY_COUNT, loadCities } from './cities.ts'
import { DEMO_TAG, displayInputs, type DisplayInput, EDITION } from './displays.ts'
import { type Ask, connect, type FetchGraphql, GraphqlRefusal } from './graphql.ts'
import { loadMarket } from './market.ts'
import * as operations from './operations.ts'

const FEATURED = 'jp-tokyo'
const CONCURRENCY = 16

export type DemoResult = {
  /** The display to look at first. */
  featuredId: string
  /** How many displays this run made. */
  created: number
}

export type DemoOptions = {
  fetchGraphql: FetchGraphql
  /** Where executors read files. */ filesDir: string
  log: { info(details: object, message: string): void }
}

/**
 * Publishes the bus stop and makes a display of it in each of the largest cities, and a dataset with a signal that works
 * on it, through the public API alone. May be
 * run at every start: what is there is left as it is, what is missing is made, and where nothing is missing one query
 * tells. A run that was interrupted goes on with the next one, because every write carries a key of its own; for the
 * same reason a display that somebody deleted does not come back.
 */
export async function loadDemo({ fetchGraphql, filesDir, log }: DemoOptions): Promise<DemoResult> {
  const ask = connect(fetchGraphql)
  await loadMarket(ask, filesDir)
  const state = await ask<operations.DemoState>(operations.DEMO_STATE, {
    typeKey: BUS_STOP_TYPE_KEY,
    location: FEATURED,
    tag: DEMO_TAG,
  })
  const [featured] = state.featured.nodes
  if (featured !== undefined && state.demo.totalCount >= CITY_COUNT) return { featuredId: featured.id, created: 0 }

  if (!state.definition?.latestVersion) await publishBusStop(ask)
  const displays = await presentDisplays(ask)
  const present = new Set(displays.values())
  const missing = displayInputs(await loadCities()).filter((input) => !displays.has(input.placement.location))
  let created = 0

  const queue = missing.values()
  let failed = false
  const work = async () => {
    for (const input of queue) {
      if (failed) return
      const id = await createDisplay(ask, input).catch((error: unknown) => {
        failed = true
        throw error
      })
      // A display that stands elsewhere by now answers to the key that it was made with.
      if (id === null || present.has(id)) continue
      displays.set(input.placement.location, id)
      created += 1
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))

  const featuredId = displays.get(FEATURED) ?? displays.values().next().value
  if (featuredId === undefined) throw new Error('None of the demo displays could be made.')
  log.info({ created, displays: displays.size }, 'the demo is in place')
  return { featuredId, created }
}

async function publishBusStop(ask: Ask): Promise<void> {
  const definition = await busStopDefinition()
  // A draft may be submitted again with other contents; the key then has to be another one too.
  const contents = createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 16)
  const submit = { ...definition, idempotencyKey: `${EDITION}/submit/${contents}` }
  try {
    const { submitDefinition } = await ask<operations.Submitted>(operations.SUBMIT, { input: submit })
    const definitionVersionId = submitDefinition.definitionVersion.id
    const publish = { definitionVersionId, idempotencyKey: `${EDITION}/publish/${definitionVersionId}` }
    await ask(operations.PUBLISH, { input: publish })
  } catch (error) {
    // Another process was faster.
    if (!isRefusal(error, ['IMMUTABLE'])) throw error
  }
}

/** The displays of the demo that exist: id by location. */
async function presentDisplays(ask: Ask): Promise<Map<string, string>> {
  const displays = new Map<string, string>()
  for (let after: string | null = null, more = true; more;) {
    const page: operations.DemoPage = await ask(operations.DEMO_PAGE, {
      typeKey: BUS_STOP_TYPE_KEY,
      tag: DEMO_TAG,
      after,
    })
    for (const { id, placement } of page.instances.nodes) displays.set(placement?.location ?? id, id)
    after = page.instances.pageInfo.endCursor
    more = page.instances.pageInfo.hasNextPage
  }
  return displays
}

/** Null where its name is taken, another edition of the demo has made it, or the bus stop was withdrawn. */
async function createDisplay(ask: Ask, input: DisplayInput): Promise<string | null> {
  try {
    const { createInstance } = await ask<operations.Created>(operations.CREATE, { input })
    const { id } = createInstance.instance
    await ask(operations.START, { input: { id, idempotencyKey: `${EDITION}/start/${id}` } })
    return id
  } catch (error) {
    if (isRefusal(error, ['CONFLICT', 'IDEMPOTENCY_MISMATCH', 'VERSION_NOT_PUBLISHED'])) return null
    throw error
  }
}

function isRefusal(error: unknown, codes: readonly string[]): boolean {
  return error instanceof GraphqlRefusal && codes.some((code) => code === error.code)
}
