import { readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { isJsonObject } from '../../../kit/pure/json/json.ts'
import { partStores, storeOf } from './stores.ts'
import { goneEnding, type Version } from './version.ts'
import { virtualStore } from './virtual-store.ts'

/** What a sweep may delete: versions, and parts that no version names, by their ids. */
export type Sweep = { versions: readonly string[]; parts: readonly string[] }

const unnamedMax = 500

/**
 * Deletes versions of a dataset, and the parts that only they name. May be killed anywhere and go on later, and two may
 * do it at once:
 *
 *   id.json          a version; what it names is there
 *   id.json.gone     nobody is told of it any more; some of what only it named may be gone
 *   (no file)        none of that is left
 *
 * `unnamed` are parts that no version names: what runs wrote that died before they had written a version, and of runs
 * that write just now. Only who knows which runs have ended can tell them apart.
 */
export async function sweepVersions(
  folder: string,
  { versions, parts }: Sweep,
): Promise<{ deleted: number; unnamed: string[] }> {
  const place = path.join(folder, 'versions')
  for (const id of versions) {
    const file = path.join(place, `${id}.json`)
    if ((await readIfThere(file)) !== null) await rename(file, file + goneEnding).catch(unlessMissing)
  }
  // Read after the renames, so that nothing which is to stay is taken for what goes. What is written meanwhile names
  // parts of a version that stays, and its own.
  const names = await readdir(place)
  const named = new Set<string>()
  for (const name of names.filter((each) => each.endsWith('.json'))) {
    // Another sweep may have renamed it. What is no JSON ends this one before anything is deleted.
    const version = await readIfThere(path.join(place, name))
    for (const { id } of version?.parts ?? []) named.add(id)
  }
  const gone = names.filter((each) => each.endsWith(goneEnding))
  for (const name of gone) {
    const version = await readIfThere(path.join(place, name))
    if (version === null) continue
    const dead = version.parts.flatMap(({ id }) => (named.has(id) ? [] : [id]))
    if (version.store !== virtualStore) await storeOf(version.store).remove(folder, dead)
    await rm(path.join(place, name), { force: true })
    await removeExports(folder, name.slice(0, name.indexOf('.')))
  }
  const doomed = parts.filter((id) => !named.has(id))
  const unnamed: string[] = []
  for (const store of partStores) {
    if (doomed.length > 0) await store.remove(folder, doomed)
    for (const id of await store.parts(folder)) if (!named.has(id)) unnamed.push(id)
  }
  return { deleted: gone.length, unnamed: unnamed.slice(0, unnamedMax) }
}

/** Files of the version that somebody fetched. */
async function removeExports(folder: string, id: string): Promise<void> {
  const place = path.join(folder, 'exports')
  for (const name of (await readdir(place).catch(unlessMissing)) ?? [])
    if (name.startsWith(`${id}.`)) await rm(path.join(place, name), { force: true })
}

async function readIfThere(file: string): Promise<Version | null> {
  const text = await readFile(file, 'utf8').catch(unlessMissing)
  if (text === undefined) return null
  const found: unknown = JSON.parse(text)
  // An executor that others supplied may have a folder of this name too, with files of its own.
  return isJsonObject(found) && typeof found['store'] === 'string' && Array.isArray(found['parts'])
    ? (found as unknown as Version)
    : null
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}
