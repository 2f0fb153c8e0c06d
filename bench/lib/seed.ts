import pg from 'pg'
import { busStopDefinition, BUS_STOP_TYPE_KEY } from '../../demo/bus-stop/definition.ts'
import { loadCities } from '../../demo/cities.ts'
import { displayInputs } from '../../demo/displays.ts'
import { ask, type Marquee } from './marquee.ts'

/** The n-th instance of a seeded Marquee, counted from 0. */
export const seededId = (index: number): string => `inst-b${index.toString(36).padStart(7, '0')}`

const submit =
  'mutation ($input: SubmitDefinitionInput!) { submitDefinition(input: $input) { definitionVersion { id } } }'
const publish =
  'mutation ($input: PublishDefinitionVersionInput!) { publishDefinitionVersion(input: $input) { definitionVersion { id } } }'
const create = 'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { instance { id } } }'

/**
 * Publishes the demo's bus stop and makes `count` displays of it: one through the API, the others as copies of its
 * rows, because ten thousand API calls would take longer than what is to be measured.
 */
export async function seed({ edge, databaseUrl }: Marquee, count: number): Promise<void> {
  const definition = await busStopDefinition()
  const submitted = await ask<{ submitDefinition: { definitionVersion: { id: string } } }>(edge.url, submit, {
    input: definition,
  })
  await ask(edge.url, publish, { input: { definitionVersionId: submitted.submitDefinition.definitionVersion.id } })
  const [input] = displayInputs(await loadCities())
  const { createInstance } = await ask<{ createInstance: { instance: { id: string } } }>(edge.url, create, {
    input: { ...input, definitionTypeKey: BUS_STOP_TYPE_KEY },
  })
  await copy(databaseUrl, createInstance.instance.id, count)
}

async function copy(databaseUrl: string, original: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const ids = Array.from({ length: count }, (_, index) => seededId(index))
  try {
    const copies = (table: string, idColumn: string, more: string) => `
      INSERT INTO ${table} SELECT c.* FROM ${table} o
      CROSS JOIN unnest($2::text[]) WITH ORDINALITY AS n(id, number)
      CROSS JOIN LATERAL jsonb_populate_record(o, jsonb_build_object('${idColumn}', n.id ${more})) c
      WHERE o.${idColumn} = $1`
    await client.query(copies('runtime.instance', 'id', `, 'name', 'Bench ' || n.number`), [original, ids])
    await client.query(copies('placement.placement', 'instance_id', ''), [original, ids])
    await client.query(
      copies(
        'runtime.instance_event',
        'instance_id',
        `, 'global_seq', nextval('runtime.instance_event_global_seq_seq'), 'change_id', 'chg-' || n.id`,
      ),
      [original, ids],
    )
    await client.query('ANALYZE')
  } finally {
    await client.end()
  }
}
