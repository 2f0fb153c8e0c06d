import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse, validate } from 'graphql'
import type pg from 'pg'
import { Registry } from 'prom-client'
import { mergedGraph } from '../../gateway/merged-graph.ts'
import { createMemoryBus } from '../../kit/bus/memory-bus.ts'
import { createPool } from '../../kit/db/pool.ts'
import { isAppError } from '../../kit/errors/app-error.ts'
import { adminViewer, type Viewer } from '../../kit/graphql/viewer/viewer.ts'
import { defaultLimits, type Limits } from '../../kit/limits.ts'
import { createLogger } from '../../kit/log.ts'
import { ViewerRates } from '../../kit/rates/viewer-rates.ts'
import { apiSdl } from '../../schema/load.ts'
import { createServices } from '../../server/services.ts'
import { SYSTEM_PRINCIPAL_ID, SYSTEM_TENANT_ID } from '../../services/catalogue/index.ts'
import type { RunSettings } from '../../services/runtime/index.ts'
import { testDatabase, type TestDatabase } from './postgres.ts'

export const admin = adminViewer(SYSTEM_TENANT_ID, SYSTEM_PRINCIPAL_ID)
/** An administrator who is no human: nothing on the wire makes one yet, the rules know it already. */
export const artificial: Viewer = { ...admin, principalId: 'prin-ai', principalKind: 'AI' }

/** What the admin key of processes on the same database has to be. */
export const installationKey = 'a key of the test'

/** `executorsDir`: a folder of executors, a file each. `filesDir`: files that datasets read. `contentDir`: one of content packages. */
export type InstallationOptions = {
  fetchAllow?: readonly string[]
  networkAllow?: readonly string[]
  executorsDir?: string | null
  contentDir?: string | null
  filesDir?: string
  datasets?: RunSettings['datasets']
  limits?: Partial<Limits>
}

type Services = Awaited<ReturnType<typeof createServices>>
export type Refused = { code: string; message: string; details: Record<string, unknown> }

/**
 * The three services in the test's own process on a database of their own: for what must be looked at from inside (who
 * asks, when jobs run, what stands in the tables). `restart` makes new ones on the same database, as after a crash:
 * nothing is handed over.
 */
export class Installation {
  readonly #database: TestDatabase
  readonly #log = createLogger({ level: 'warn', name: 'test' })
  readonly pool: pg.Pool
  services!: Services
  #graph!: ReturnType<typeof mergedGraph>
  #stops: (() => Promise<void>)[] = []

  readonly #fetchAllow: readonly string[]
  readonly #networkAllow: readonly string[]
  readonly #executorsDir: string | null
  readonly #contentDir: string | null
  readonly #filesDir: string | null
  readonly #datasets: RunSettings['datasets']
  readonly #limits: Limits
  /** Where runs keep what is large. */
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'marquee-test-'))
  /** Of the services since the last restart. */
  registry = new Registry()

  private constructor(
    database: TestDatabase,
    {
      fetchAllow = [],
      networkAllow = [],
      executorsDir = null,
      contentDir = null,
      filesDir,
      datasets,
      limits,
    }: InstallationOptions,
  ) {
    this.#limits = { ...defaultLimits, ...limits }
    this.#filesDir = filesDir ?? null
    this.#datasets = datasets ?? { versionsKept: 30 }
    this.#contentDir = contentDir
    this.#fetchAllow = fetchAllow
    this.#networkAllow = networkAllow
    this.#executorsDir = executorsDir
    this.#database = database
    this.pool = createPool(database.url, { max: 12, name: 'test', log: this.#log })
  }

  /** For processes of one's own on the same database. */
  get databaseUrl(): string {
    return this.#database.url
  }

  static async start(options: InstallationOptions = {}): Promise<Installation> {
    const installation = new Installation(await testDatabase('seeded'), options)
    await installation.restart()
    return installation
  }

  async restart(): Promise<void> {
    await this.#stopAll()
    const bus = createMemoryBus({ log: this.#log })
    this.registry = new Registry()
    this.services = await createServices({
      bootstraps: true,
      pool: this.pool,
      bus,
      log: this.#log,
      propsBytesMax: 262_144,
      limits: this.#limits,
      rates: new ViewerRates(this.#limits),
      logRetentionDays: 30,
      activityRetentionDays: 365,
      fetchAllow: this.#fetchAllow,
      contentDir: this.#contentDir,
      secrets: [installationKey],
      runs: {
        dataDir: this.dataDir,
        filesDir: this.#filesDir,
        suppliedDir: this.#executorsDir,
        networkAllow: this.#networkAllow,
        leaseMs: 20_000,
        atOnce: 4,
        timeoutSecondsMax: 3600,
        memoryMbMax: 2048,
        datasets: this.#datasets,
      },
      registry: this.registry,
    })
    this.#graph = mergedGraph(Object.values(this.services.subgraphs), apiSdl(), this.#log)
    this.#stops.push(
      () => bus.close(),
      () => this.services.runtime.stop(),
    )
  }

  /** Background work, from now on until the end of the test file or the next restart. */
  startWorker(): void {
    this.#stops.push(this.services.runtime.startWorker())
  }

  async ask<Data>(query: string, variables: object = {}, viewer: Viewer = admin): Promise<Data> {
    const { data, errors } = await this.#run(query, variables, viewer)
    if (errors?.length) throw errors[0]?.originalError ?? errors[0]
    // As over the wire: no undefined, no shared references.
    return JSON.parse(JSON.stringify(data)) as Data
  }

  async refusal(query: string, variables: object = {}, viewer: Viewer = admin): Promise<Refused> {
    const { errors = [], data } = await this.#run(query, variables, viewer)
    const error = errors[0]?.originalError
    if (!isAppError(error)) throw error ?? new Error(`not refused: ${JSON.stringify(data)}`)
    return {
      code: error.code,
      message: error.message,
      details: JSON.parse(JSON.stringify(error.details ?? {})) as Record<string, unknown>,
    }
  }

  async stop(): Promise<void> {
    await this.#stopAll()
    await this.pool.end()
    await this.#database.drop()
    await rm(this.dataDir, { recursive: true, force: true })
  }

  async #run(query: string, variables: object, viewer: Viewer) {
    const document = parse(query)
    const [invalid] = validate(this.#graph.schema, document)
    if (invalid) throw invalid
    const caller = { viewer, authorization: null, requestId: 'req-test' }
    return await this.#graph.execute({ document, variables: variables as Record<string, unknown>, caller })
  }

  async #stopAll(): Promise<void> {
    for (const stop of this.#stops.splice(0).reverse()) await stop()
  }
}
