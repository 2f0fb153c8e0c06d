import type pg from 'pg'
import { expect, it } from 'vitest'
import { operators } from '../../../kit/pure/expression/operators/operators.ts'
import { typeKeyOfOperator } from '../../../schema/operator-configs.ts'
import { optimizers } from '../../../schema/portfolio-configs.ts'
import { systemClock } from '../../../kit/clock.ts'
import { createPool } from '../../../kit/db/pool.ts'
import {
  createCatalogue,
  SYSTEM_PRINCIPAL_ID,
  SYSTEM_PROJECT_ID,
  SYSTEM_TENANT_ID,
} from '../../../services/catalogue/index.ts'
import { byItself, CatalogueHarness, log } from './catalogue-harness.ts'
import { testDatabase } from '../../support/postgres.ts'

const harness = new CatalogueHarness()

const keys = [
  'data/field',
  'data/files',
  'data/http-json',
  'data/parquet',
  'data/pit',
  'data/simple',
  'data/sqlite',
  'data/virtual',
  'hopper/standard',
  'ml/linear',
  'ops/expression',
  ...operators.map(typeKeyOfOperator),
  ...optimizers.map(({ typeKey }) => typeKey),
].sort()
const rows = async (pool: pg.Pool) =>
  (
    await pool.query(`SELECT d.id, d.type_key, d.kind, d.project_id, d.provisioning_source, v.id AS version_id, v.version, v.status, v.code_ref
    FROM catalogue.definition d JOIN catalogue.definition_version v ON v.definition_id = d.id ORDER BY d.type_key, v.version`)
  ).rows

it('the definitions that Marquee brings live in the system project, published; made twice they are the same rows (S1-66, S1-08 to S1-11)', async () => {
  await harness.catalogue.seed()
  const made = await rows(harness.pool)
  expect(made.map(({ type_key }) => type_key as string)).toEqual(keys)
  for (const row of made)
    expect(row).toMatchObject({
      project_id: SYSTEM_PROJECT_ID,
      provisioning_source: 'SEED',
      status: 'PUBLISHED',
      version: expect.stringMatching(/^1\.[0-2]\.0$/) as string,
    })
  expect(new Set(made.map(({ kind }) => kind as string))).toEqual(
    new Set(['PIPELINE', 'STORE', 'ACCESSOR', 'OP', 'ML_MODULE', 'PORTFOLIO_OPTIMIZER', 'SCOPE_CONFIG']),
  )
  // A hopper runs nothing itself.
  expect(made.filter(({ code_ref }) => code_ref === null).map(({ type_key }) => type_key as string)).toEqual([
    'hopper/standard',
  ])

  harness.statements = 0
  harness.activities.length = 0
  await harness.catalogue.seed()
  expect(harness.statements).toBeLessThanOrEqual(2)
  expect(await rows(harness.pool)).toEqual(made)
  expect(harness.activities).toEqual([])
})

it('two processes that start together on an empty database make them once (S1-66)', async () => {
  const empty = await testDatabase()
  const pools = [1, 2].map(() => createPool(empty.url, { max: 4, name: 'seed-test', log }))
  try {
    await Promise.all(
      pools.map(async (pool) => {
        const catalogue = createCatalogue({
          ...byItself,
          pool,
          clock: systemClock,
          activities: { record: async () => {} },
        })
        await catalogue.bootstrap()
        await catalogue.seed()
      }),
    )
    expect((await rows(pools[0]!)).map(({ type_key }) => type_key as string)).toEqual(keys)
  } finally {
    await Promise.all(pools.map((pool) => pool.end()))
    await empty.drop()
  }
})

it('what somebody else made under such a name, or retired, stays as it is', async () => {
  const own = await testDatabase()
  const pool = createPool(own.url, { max: 4, name: 'seed-test', log })
  try {
    const catalogue = createCatalogue({ ...byItself, pool, clock: systemClock, activities: { record: async () => {} } })
    await catalogue.bootstrap()
    await pool.query(
      `INSERT INTO catalogue.definition (id, tenant_id, project_id, type_key, kind, owner_id, provisioning_source, status, created_at, updated_at)
       VALUES ('def-somebody', $1, $2, 'data/files', 'COMPONENT', $3, 'PLUGIN', 'DRAFT', now(), now())`,
      [SYSTEM_TENANT_ID, SYSTEM_PROJECT_ID, SYSTEM_PRINCIPAL_ID],
    )
    await catalogue.seed()
    const made = await rows(pool)
    expect(made.map(({ type_key }) => type_key as string)).toEqual(keys.filter((key) => key !== 'data/files'))
    await pool.query(`UPDATE catalogue.definition SET status = 'RETIRED' WHERE type_key = 'data/pit'`)
    await catalogue.seed()
    expect(await rows(pool)).toEqual(made)
    const { rows: kept } = await pool.query(`SELECT id, kind FROM catalogue.definition WHERE type_key = 'data/files'`)
    expect(kept).toEqual([{ id: 'def-somebody', kind: 'COMPONENT' }])
  } finally {
    await pool.end()
    await own.drop()
  }
})

it("a seeded definition can be copied into a project of one's own (S1-66, S1-62)", async () => {
  const { data, errors } = await harness.ask<{
    copyResource: { definition: { typeKey: string; provisioningSource: string; derivedFrom: { typeKey: string } } }
  }>(
    `mutation ($input: CopyResourceInput!) { copyResource(input: $input) { definition { typeKey provisioningSource derivedFrom { typeKey } } } }`,
    {
      input: {
        resourceId: (await rows(harness.pool)).find(({ type_key }) => type_key === 'ops/expression')!.id,
        targetProjectId: SYSTEM_PROJECT_ID,
        typeKey: 'mine/expression',
      },
    },
  )
  expect(errors).toEqual([])
  expect(data!.copyResource.definition).toEqual({
    typeKey: 'mine/expression',
    provisioningSource: 'COPY',
    derivedFrom: { typeKey: 'ops/expression' },
  })
})
