import pg from 'pg'
import { ask, type Marquee } from './marquee.ts'
import { seededId } from './seed.ts'

/** An executor that Marquee brings and that does nothing: what is measured is the way to it and back. */
const codeRef = 'flow.checkpoint'

const submit =
  'mutation ($input: SubmitDefinitionInput!) { submitDefinition(input: $input) { definitionVersion { id } } }'
const publish =
  'mutation ($input: PublishDefinitionVersionInput!) { publishDefinitionVersion(input: $input) { definitionVersion { id } } }'
const create = 'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { instance { id } } }'
const start = 'mutation ($input: TransitionInput!) { startInstance(input: $input) { revision } }'

export type SeededFlow = { id: string; tenantId: string; instanceId: string; runKind: string; codeRef: string }

/** ACTIVE instances with one flow each: one that the API made, the others as copies of its rows. */
export async function seedFlows({ edge, databaseUrl }: Marquee, count: number): Promise<SeededFlow[]> {
  const definition = {
    typeKey: 'bench/empty',
    kind: 'ML_MODULE',
    version: '1.0.0',
    codeRef,
    flowTemplates: [{ name: 'training', runKind: 'TrainingRun' }],
  }
  const submitted = await ask<{ submitDefinition: { definitionVersion: { id: string } } }>(edge.url, submit, {
    input: definition,
  })
  await ask(edge.url, publish, { input: { definitionVersionId: submitted.submitDefinition.definitionVersion.id } })
  const { createInstance } = await ask<{ createInstance: { instance: { id: string } } }>(edge.url, create, {
    input: { kind: 'MODEL', definitionTypeKey: definition.typeKey },
  })
  const original = createInstance.instance.id
  await ask(edge.url, start, { input: { id: original } })
  const ids = Array.from({ length: count }, (_, index) => seededId(index))
  const copies = (table: string, key: string, members: string) => `
    INSERT INTO ${table} SELECT c.* FROM ${table} o CROSS JOIN unnest($2::text[]) AS n(id)
    CROSS JOIN LATERAL jsonb_populate_record(o, jsonb_build_object(${members})) c WHERE o.${key} = $1`
  return await patiently(databaseUrl, async (client) => {
    await client.query(copies('runtime.instance', 'id', `'id', n.id`), [original, ids])
    await client.query(
      copies('runtime.flow', 'instance_id', `'id', replace(n.id, 'inst-', 'flow-'), 'instance_id', n.id`),
      [original, ids],
    )
    await client.query('VACUUM (ANALYZE) runtime.instance, runtime.flow')
    const { rows } = await client.query<{ tenant_id: string }>('SELECT tenant_id FROM runtime.instance WHERE id = $1', [
      original,
    ])
    return ids.map((instanceId) => ({
      id: instanceId.replace('inst-', 'flow-'),
      tenantId: rows[0]!.tenant_id,
      instanceId,
      runKind: 'TrainingRun',
      codeRef,
    }))
  })
}

/** For statements over so many rows that a server would give them up. */
export async function patiently<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
