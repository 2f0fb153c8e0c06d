#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which its command line would download: JSON-RPC, one message a line, on
// standard input and output, answered by the same engine compiled to WebAssembly, over the pg driver.
//
// Oddities hidden here:
// - the package expects a bundler to load its .wasm, so it is instantiated by hand;
// - the driver adapter refuses three catalogue types that the engine reads: "char" (18), name (19), name[] (1003);
// - the adapter would make its shadow database connection with the main connection string, and so empty the main
//   database: the shadow gets an address of its own;
// - what `diff` finds is sent to the command line as a "print" request, as the native engine does.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import readline from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const CHAR = 18
const READ_AS = { [CHAR]: 1042, 19: 25, 1003: 1009 }

globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) }
const wasmFile = createRequire(import.meta.url)
  .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  .replace(/\.js$/, '.wasm')
const { instance } = await WebAssembly.instantiate(readFileSync(wasmFile), { './schema_engine_bg.js': bindings })
bindings.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start()

const args = process.argv.slice(2)
const valuesOf = (flag) => args.flatMap((arg, index) => (arg === flag ? [args[index + 1]] : []))
const given = valuesOf('--datasource')[0]
const url = (given && JSON.parse(given).url) || process.env.DATABASE_URL

async function tryConnection() {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await client.end()
    process.stdout.write('Connection successful\n')
  } catch (error) {
    const fields = { message: error.message, is_panic: false, error_code: 'P1001' }
    process.stderr.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level: 'ERROR', fields })}\n`)
    process.exitCode = 1
  }
}

async function serve() {
  const datamodels = valuesOf('--datamodels').map((file) => [file, readFileSync(file, 'utf8')])
  const factory = bindMigrationAwareSqlAdapterFactory(new CatalogueReader({ connectionString: url }))
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined }
  const engine = await bindings.SchemaEngine.new(options, () => {}, factory)
  // One after the other: the engine holds one connection, and later requests rely on what earlier ones did.
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line)
    // Lines without a method are the command line's answers to our "print".
    if (method) await answer(engine, id, method, params)
  }
  process.exit(0)
}

async function answer(engine, id, method, params) {
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  try {
    if (method === 'createDatabase') return send({ id, result: { databaseName: new URL(url).pathname.slice(1) } })
    const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params)
    if (method === 'diff' && result?.stdout != null) {
      send({ id: 100_000 + id, method: 'print', params: { content: result.stdout } })
    }
    send({ id, result: result ?? null })
  } catch (error) {
    const data = {
      is_panic: false,
      message: String(error?.message ?? error),
      backtrace: null,
      meta: error?.meta ?? null,
      error_code: error?.code ?? null,
    }
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
  }
}

class CatalogueReader extends PrismaPg {
  async connect() {
    return readCatalogueTypes(await super.connect())
  }

  async connectToShadowDb() {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`
    const admin = await this.connect()
    await admin.executeScript(`CREATE DATABASE "${name}"`)
    const shadowUrl = new URL(url)
    shadowUrl.pathname = `/${name}`
    const shadow = readCatalogueTypes(await new PrismaPg({ connectionString: shadowUrl.href }).connect())
    const disconnect = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await disconnect()
      await admin.executeScript(`DROP DATABASE "${name}"`)
      await admin.dispose()
    }
    return shadow
  }
}

function readCatalogueTypes(adapter) {
  const { performIO, queryRaw, startTransaction } = adapter
  const charColumns = new WeakMap()
  adapter.performIO = async function (query) {
    const result = await performIO.call(this, query)
    const columns = []
    for (const [index, field] of (result?.fields ?? []).entries()) {
      if (field.dataTypeID === CHAR) columns.push(index)
      field.dataTypeID = READ_AS[field.dataTypeID] ?? field.dataTypeID
    }
    charColumns.set(query, columns)
    return result
  }
  adapter.queryRaw = async function (query) {
    const result = await queryRaw.call(this, query)
    for (const index of charColumns.get(query) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  if (startTransaction)
    adapter.startTransaction = async (...options) => readCatalogueTypes(await startTransaction.apply(adapter, options))
  return adapter
}

// Last: the class above does not exist before its line has been reached.
if (args.includes('--version')) {
  process.stdout.write(`schema-engine-cli ${bindings.version()}\n`)
} else if (args.includes('can-connect-to-database')) {
  await tryConnection()
} else {
  await serve()
}
