import type { Json, Manifest } from './manifest.ts'
import type { World } from './world.ts'

/** What stands in the graph, as a manifest would say it; instances are ids. */
export type Present = { id: string; spec: Json }

/** A manifest of what stands in the graph, before names take the place of ids. */
export type Exported = Pick<Manifest, 'kind' | 'metadata' | 'spec'> & {
  /** Of an instance: what others know it by. */
  id?: string
}

export type Narrowed = { tag?: string[] | undefined; definition?: string | undefined }

/** How manifests of one kind become part of the graph, and the graph manifests. */
export type Kind = {
  name: string
  /** Members of the spec; anything else is a mistake of who wrote it. */
  members: readonly string[]
  /** The wanted spec as `present` would say it, what it leaves open taken from there: equal means nothing to do. */
  comparable?(wanted: Json, present: Json, manifest: Manifest): Json
  /** Members that only an update can set: after a creation it follows. */
  later?: readonly string[]
  /** Names of others of this kind that it needs to be there. */
  needs?(spec: Json): string[]
  present(world: World, manifest: Manifest): Promise<Present | null>
  /** Makes it, as far as it can be made in one step; what is left is updated. Answers its id. */
  create(world: World, manifest: Manifest, spec: Json): Promise<string>
  /** Changes the members that differ; `spec` is as it was written, with ids. */
  update(world: World, manifest: Manifest, present: Present, spec: Json, differing: ReadonlySet<string>): Promise<void>
  list(world: World, narrowed: Narrowed): Promise<Exported[]>
}
