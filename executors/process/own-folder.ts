import type { Dirent } from 'node:fs'
import { lchown, lstat, mkdir, readdir, rm, truncate } from 'node:fs/promises'
import path from 'node:path'

export type FolderLimits = { bytesMax: number; filesMax: number }
type Usage = { bytes: number; files: number }

/**
 * The folder that a run writes to. Supplied code may fill it up to a bound; a run that wrote more fails, and what it
 * wrote is taken away again: nothing refers to it, since its outputs are not kept.
 */
export class OwnFolder {
  readonly path: string
  readonly #limits: FolderLimits
  readonly #before = new Map<string, number>()

  constructor(folder: string, limits: FolderLimits) {
    this.path = folder
    this.#limits = limits
  }

  /** Makes it, and gives it to the user of the run. Links are not followed; a file with two names may be another's. */
  async prepare(uid: number | null): Promise<void> {
    await mkdir(this.path, { recursive: true })
    if (uid === null) return
    await own(this.path, uid)
    for await (const { place } of walk(this.path)) await own(place, uid)
  }

  async remember(): Promise<void> {
    for await (const { place, entry } of walk(this.path))
      this.#before.set(place, entry.isFile() ? await sizeOf(place) : 0)
  }

  /** Whether the run has written more than it may. Looks no further than that. */
  async isFull(): Promise<boolean> {
    const usage: Usage = { bytes: 0, files: 0 }
    for await (const { place, entry } of walk(this.path)) {
      usage.files += 1
      if (entry.isFile()) usage.bytes += Math.max(0, (await sizeOf(place)) - (this.#before.get(place) ?? 0))
      if (usage.files - this.#before.size > this.#limits.filesMax || usage.bytes > this.#limits.bytesMax) return true
    }
    return false
  }

  /** Takes away what was not there before. */
  async undo(): Promise<void> {
    for await (const { place, entry } of walk(this.path, (found) => this.#before.has(found))) {
      const before = this.#before.get(place)
      if (before === undefined) await rm(place, { recursive: true, force: true })
      else if (entry.isFile() && (await sizeOf(place)) > before) await truncate(place, before)
    }
  }
}

async function own(place: string, uid: number): Promise<void> {
  const found = await lstat(place)
  const isOther = found.uid !== uid && (found.isDirectory() || (found.isFile() && found.nlink === 1))
  if (isOther) await lchown(place, uid, uid)
}

const sizeOf = async (place: string): Promise<number> => (await lstat(place).catch(() => null))?.size ?? 0

/** Everything below a folder, parents first; entries that vanish meanwhile are no error. */
async function* walk(
  folder: string,
  enters: (place: string) => boolean = () => true,
): AsyncGenerator<{ place: string; entry: Dirent }> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const place = path.join(folder, entry.name)
    yield { place, entry }
    if (entry.isDirectory() && enters(place)) yield* walk(place, enters)
  }
}
