import pg from 'pg'
import { applyMergePatch } from '../../kit/pure/json/merge-patch.ts'
import type { JsonObject } from '../../schema/events.ts'
import { checkRevisions, type LogRow, type Truth } from './checker.ts'
import { contentHash } from './screen-log.ts'

export type Ledger = {
  readonly truth: Truth
  readonly rowsByWrite: ReadonlyMap<string, readonly LogRow[]>
  /** Takes in what was committed since. `wrongs` is what is amiss in the log itself, `fresh` how much was new. */
  read(): Promise<{ wrongs: string[]; fresh: number }>
  changeIdsByKey(keys: readonly string[]): Promise<Map<string, string>>
}

type Row = {
  instance_id: string
  revision: string
  change_id: string
  patch: JsonObject | null
  undo: JsonObject | null
}
type Head = { id: string; revision: string; effective_props: JsonObject }

/** What Postgres holds of the given instances, read straight from its tables and replayed from the log. */
export function openLedger(
  databaseUrl: string,
  instanceIds: readonly string[],
  writeIdOf: (patch: JsonObject) => string | null,
): Ledger {
  const contents = new Map<string, string[]>(instanceIds.map((id) => [id, []]))
  const documents = new Map<string, JsonObject>()
  const rowsByWrite = new Map<string, LogRow[]>()

  async function read() {
    const wrongs: string[] = []
    const { rows, heads } = await readSnapshot(databaseUrl, contents)
    for (const id of instanceIds) {
      const mine = rows.get(id) ?? []
      const known = contents.get(id)!
      const logRows = mine.map((row) => toLogRow(row, writeIdOf))
      wrongs.push(...checkRevisions(known.length, logRows))
      const head = heads.get(id)
      if (!documents.has(id) && head) documents.set(id, firstDocument(head, mine))
      mine.forEach(({ patch, revision }, index) => {
        // The first row only says that the instance was made.
        const document = revision === '1' ? documents.get(id)! : applyMergePatch(documents.get(id)!, patch ?? {})
        documents.set(id, document)
        known.push(contentHash(document['effectiveProps']))
        const row = logRows[index]!
        if (row.writeId !== null) rowsByWrite.set(row.writeId, [...(rowsByWrite.get(row.writeId) ?? []), row])
      })
      if (Number(head?.revision) !== known.length)
        wrongs.push(`${id} is at revision ${head?.revision}, its log at ${known.length}`)
      else if (head && contentHash(head.effective_props) !== known.at(-1))
        wrongs.push(`the log of ${id} does not lead to its content`)
    }
    return { wrongs, fresh: rows.values().reduce((sum, list) => sum + list.length, 0) }
  }

  return {
    truth: contents,
    rowsByWrite,
    read,
    async changeIdsByKey(keys) {
      const { rows } = await withClient(databaseUrl, (client) =>
        client.query<{ key: string; change_id: string }>(
          `SELECT key, result ->> 'changeId' AS change_id FROM runtime.idempotency WHERE key = ANY($1)`,
          [keys],
        ),
      )
      return new Map(rows.map(({ key, change_id }) => [key, change_id]))
    },
  }
}

/** What the instance was made with: its present content with every change undone. */
function firstDocument(head: Head, rows: readonly Row[]): JsonObject {
  const present: JsonObject = { effectiveProps: head.effective_props }
  return rows.reduceRight((document, { undo }) => applyMergePatch(document, undo ?? {}), present)
}

const toLogRow = (
  { instance_id, revision, change_id, patch }: Row,
  writeIdOf: (patch: JsonObject) => string | null,
): LogRow => ({
  instanceId: instance_id,
  revision: Number(revision),
  changeId: change_id,
  writeId: patch && writeIdOf(patch),
})

async function readSnapshot(databaseUrl: string, known: ReadonlyMap<string, readonly string[]>) {
  return await withClient(databaseUrl, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
    const rows = await client.query<Row>(
      `SELECT e.instance_id, e.revision, e.change_id, e.patch, e.undo
       FROM unnest($1::text[], $2::int8[]) AS known(id, revision)
       JOIN runtime.instance_event e ON e.instance_id = known.id AND e.revision > known.revision
       ORDER BY e.instance_id, e.revision`,
      [
        [...known.keys()],
        known
          .values()
          .map((list) => list.length)
          .toArray(),
      ],
    )
    const heads = await client.query<Head>(
      'SELECT id, revision, effective_props FROM runtime.instance WHERE id = ANY($1)',
      [[...known.keys()]],
    )
    await client.query('COMMIT')
    return {
      rows: Map.groupBy(rows.rows, ({ instance_id }) => instance_id),
      heads: new Map(heads.rows.map((head) => [head.id, head])),
    }
  })
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
