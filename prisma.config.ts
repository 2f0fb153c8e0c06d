import { defineConfig } from 'prisma/config'

// `generate` needs no database, so a missing address must not be an error here; the migrate commands say so themselves.
const url = process.env['DATABASE_URL']

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  ...(url ? { datasource: { url } } : {}),
})
