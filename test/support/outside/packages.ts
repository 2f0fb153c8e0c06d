import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
const run = promisify(execFile)

/** Every Node at hand: ours, and the machine's own. */
export const nodes = [...new Set([process.execPath, '/usr/local/bin/node', '/usr/bin/node'])].filter(existsSync)

/** `npm ci` has left in npm's cache what the repository depends on: nothing else is fetched. */
const npm = (args: string[], cwd: string) =>
  run('npm', [...args, '--prefer-offline', '--no-audit', '--no-fund'], { cwd })

/** Packs a workspace as a release would, into `folder`; answers the path of the tarball. */
export async function pack(workspace: string, folder: string): Promise<string> {
  const { stdout } = await npm(['pack', '--json', '--pack-destination', folder], path.join(root, workspace))
  // What a prepack script prints comes first.
  const [{ filename }] = JSON.parse(stdout.slice(stdout.lastIndexOf('\n[') + 1)) as [{ filename: string }]
  return path.join(folder, filename)
}

/**
 * A stranger's empty folder, with tarballs installed by npm. `lent` are packages of the repository's node_modules that
 * the stranger would fetch from a registry: they are linked, so that no network is needed.
 */
export async function strangersFolder(tarballs: string[], lent: string[] = []): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'marquee-stranger-'))
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  if (tarballs.length > 0) await npm(['install', ...tarballs], folder)
  for (const name of lent) {
    const link = path.join(folder, 'node_modules', name)
    await mkdir(path.dirname(link), { recursive: true })
    await symlink(path.join(root, 'node_modules', name), link)
  }
  return folder
}
