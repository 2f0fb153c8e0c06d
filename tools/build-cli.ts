import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')

/**
 * Makes cli/dist/main.js: the sources of the command line and of the SDK in one module, so that who installs it needs
 * no second package of ours. What npm fetches (commander, yaml, ws) stays outside.
 */
export async function buildCli(): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['cli/src/main.ts'],
    outfile: 'cli/dist/main.js',
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['commander', 'yaml', 'ws'],
    conditions: ['marquee-source'],
    logLevel: 'warning',
  })
  const file = path.join(root, 'cli/dist/main.js')
  mkdirSync(path.dirname(file), { recursive: true })
  // Who starts it meanwhile reads the old one or the new, never half of it.
  writeFileSync(`${file}.${process.pid}`, outputFiles[0]!.contents)
  renameSync(`${file}.${process.pid}`, file)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCli()
