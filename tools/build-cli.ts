import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * Makes cli/dist/main.js: the sources of the command line and of the SDK in one module, so that who installs it needs
 * no second package of ours. What npm fetches (commander, yaml, ws) stays outside.
 */
export async function buildCli(): Promise<void> {
  await build({
    absWorkingDir: path.resolve(import.meta.dirname, '..'),
    entryPoints: ['cli/src/main.ts'],
    outfile: 'cli/dist/main.js',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['commander', 'yaml', 'ws'],
    conditions: ['marquee-source'],
    logLevel: 'warning',
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCli()
