import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseOwnJson } from '../../kit/pure/json/parse-json.ts'

export type AppName = 'screen' | 'dashboard'

/** The built browser code. Files are named after their content, so what was read once never changes. */
export type Assets = {
  /** Address of an entry ('page.js'), or null where it has not been built. */
  url(app: AppName, entry: string): Promise<string | null>
  /** Content of an entry, for what is sent inside another document or under a name of its own. */
  source(app: AppName, entry: string): Promise<string | null>
  /** Content of a built file by the name it is served under. */
  file(app: AppName, name: string): Promise<Buffer | null>
}

type Manifest = Record<string, string>

/**
 * Reads `<folder>/<app>/manifest.json`, which the build writes last. Read again while it is missing and whenever a file
 * that it names is gone: somebody has built anew below a running server.
 */
export function createAssets(folder: string): Assets {
  const manifests = new Map<AppName, Manifest>()
  const files = new Map<string, Buffer>()

  async function manifest(app: AppName, fresh = false): Promise<Manifest> {
    const known = manifests.get(app)
    if (known && !fresh) return known
    try {
      const read = parseOwnJson(await readFile(path.join(folder, app, 'manifest.json'), 'utf8')) as Manifest
      manifests.set(app, read)
      return read
    } catch {
      return known ?? {}
    }
  }

  async function file(app: AppName, name: string): Promise<Buffer | null> {
    const key = `${app}/${name}`
    const known = files.get(key)
    if (known) return known
    // Only what the manifest names: the rest of the disk is nobody's business.
    if (!Object.values(await manifest(app)).includes(name) && !Object.values(await manifest(app, true)).includes(name))
      return null
    try {
      const content = await readFile(path.join(folder, app, name))
      files.set(key, content)
      return content
    } catch {
      manifests.delete(app)
      return null
    }
  }

  async function nameOf(app: AppName, entry: string): Promise<string | null> {
    return (await manifest(app))[entry] ?? null
  }

  return {
    async url(app, entry) {
      const name = await nameOf(app, entry)
      return name === null ? null : `/assets/${app}/${name}`
    },
    async source(app, entry) {
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const name = await nameOf(app, entry)
        const content = name === null ? null : await file(app, name)
        if (content) return content.toString('utf8')
      }
      return null
    },
    file,
  }
}
