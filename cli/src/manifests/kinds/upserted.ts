import type { Exported, Kind } from '../kind.ts'
import type { Json, Manifest } from '../manifest.ts'
import type { World } from '../world.ts'

/** Without what says nothing. */
export const filled = (spec: Json): Json =>
  Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== null && value !== undefined))

type Upserted<Row> = {
  name: string
  members: readonly string[]
  comparable?: Kind['comparable']
  needs?: Kind['needs']
  specOf(row: Row): Json
  read(world: World, manifest: Manifest): Promise<Row | null>
  readAll(world: World): Promise<Row[]>
  /** How a manifest names a row; its id unless told otherwise. */
  nameOf?(row: Row): string
  /** Writes all of it: what is new and what stays. */
  write(world: World, manifest: Manifest, spec: Json): Promise<void>
}

/** A kind whose name is its key in the graph, and which one mutation both makes and replaces. */
export function upserted<Row extends { id?: string }>(described: Upserted<Row>): Kind {
  const { name, members, comparable, needs, specOf, read, readAll, write } = described
  const nameOf = described.nameOf ?? (({ id }: Row) => id ?? '')
  return {
    name,
    members,
    ...(comparable ? { comparable } : {}),
    ...(needs ? { needs } : {}),
    async present(world, manifest) {
      const row = await read(world, manifest)
      return row && { id: manifest.metadata.name, spec: specOf(row) }
    },
    async create(world, manifest, spec) {
      await write(world, manifest, spec)
      return manifest.metadata.name
    },
    update: (world, manifest, present, spec) => write(world, manifest, { ...present.spec, ...spec }),
    list: async (world) =>
      (await readAll(world)).map((row): Exported => ({
        kind: name,
        metadata: { name: nameOf(row) },
        spec: specOf(row),
      })),
  }
}
