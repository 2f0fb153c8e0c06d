import type { Column, DuckDb } from './duckdb.ts'
import type { Part } from './version.ts'

/** Where the rows of a dataset are kept. `folder` is the dataset's own. */
export type DatasetStore = {
  /** Keeps the rows of a table as a part, wholly or not at all. */
  write(db: DuckDb, target: { folder: string; part: string; table: string; columns: readonly Column[] }): Promise<void>
  /** Makes a view or table of the rows of some parts; `_part` is the part's place in the list, from 0. At least one part. */
  load(
    db: DuckDb,
    source: { folder: string; parts: readonly Part[]; table: string; columns: readonly Column[]; tempDir: string },
  ): Promise<void>
  /** Which parts there are, whoever wrote them; none where nothing is kept yet. */
  parts(folder: string): Promise<string[]>
  /** Deletes parts; what is not there is no error. Killed half way, it is called again. */
  remove(folder: string, parts: readonly string[]): Promise<void>
}
