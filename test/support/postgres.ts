import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { DatabaseServer, TemplateName } from './provided.ts'

export type TestDatabase = { url: string; drop(): Promise<void> }

/** A database of the caller's own; `drop` removes it, together with connections still open. */
export async function testDatabase(template: TemplateName = 'migrated'): Promise<TestDatabase> {
  const server: DatabaseServer = inject('databaseServer')
  const name = `${server.prefix}${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await administer(server.adminUrl, `CREATE DATABASE ${name} TEMPLATE ${server.templates[template]}`)
  const url = new URL(server.adminUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => administer(server.adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
