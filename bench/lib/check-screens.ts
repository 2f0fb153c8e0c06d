import pg from 'pg'
import type { Marquee } from './marquee.ts'

/** Throws unless each screen shows the revision that the database has of its instance. */
export async function checkScreens(
  { databaseUrl }: Marquee,
  ids: readonly string[],
  shown: readonly number[],
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string; revision: string }>(
      'SELECT id, revision FROM runtime.instance WHERE id = ANY ($1)',
      [ids],
    )
    const truth = new Map(rows.map(({ id, revision }) => [id, Number(revision)]))
    const wrong = ids.filter((id, index) => truth.get(id) !== shown[index])
    if (wrong.length > 0)
      throw new Error(`${wrong.length} screens show another revision than the database has, among them ${wrong[0]}`)
  } finally {
    await client.end()
  }
}
