import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/*
 * What has to exist before the server can start: the Prisma client and the browser bundles. Runs before every start
 * and test, so a run with nothing to do reads the inputs, compares their hash with dist/.build.json and loads neither
 * Prisma nor esbuild (0.08 s instead of 1.3 s).
 */

const root = path.resolve(import.meta.dirname, '..')
const stateFile = path.join(root, 'dist', '.build.json')
const SOURCE = /\.(ts|tsx|mts|js|mjs|css|html|json|svg|graphql|prisma)$/

type App = { name: string; inputs: string[]; entries: { file: string; format: 'esm' | 'iife' }[] }

const APPS: App[] = [
  {
    name: 'screen',
    inputs: ['apps/screen', 'sdk'],
    entries: [
      { file: 'page.ts', format: 'esm' },
      { file: 'enrol.ts', format: 'esm' },
      // Runs in a sandboxed frame, whose opaque origin may not import modules.
      { file: 'frame.ts', format: 'iife' },
      { file: 'service-worker.ts', format: 'iife' },
    ],
  },
  { name: 'dashboard', inputs: ['apps/dashboard', 'sdk'], entries: [{ file: 'main.tsx', format: 'esm' }] },
]

/** Brings prisma/generated and dist/apps up to date and returns the names of what had to be built. */
export async function build(): Promise<string[]> {
  const state = readState()
  const built: string[] = []
  const once = async (name: string, inputs: string[], output: string, work: () => Promise<void>): Promise<void> => {
    const hash = hashOf(inputs)
    if (state[name] === hash && existsSync(path.join(root, output))) return
    await work()
    state[name] = hash
    built.push(name)
    // Written after each, so that a failure further on does not repeat what is done.
    replaceFile(stateFile, JSON.stringify(state, null, 2))
  }

  if (existsSync(path.join(root, 'prisma', 'schema'))) {
    await once('prisma', ['prisma/schema', 'prisma.config.ts'], 'prisma/generated/client.ts', generateClient)
  }
  for (const app of APPS) {
    const entries = app.entries.filter(({ file }) => existsSync(path.join(root, 'apps', app.name, 'src', file)))
    if (entries.length === 0) continue
    const manifest = `dist/apps/${app.name}/manifest.json`
    await once(app.name, app.inputs, manifest, () => bundle({ ...app, entries }))
  }
  await once('cli', ['cli/src', 'sdk/src', 'tools/build-cli.ts'], 'cli/dist/main.js', async () =>
    (await import('./build-cli.ts')).buildCli(),
  )
  return built
}

async function generateClient(): Promise<void> {
  const { runPrisma } = await import('./prisma.ts')
  const { code } = await runPrisma(['generate'], { quiet: true })
  if (code !== 0) throw new Error('the Prisma client could not be generated')
}

/**
 * Bundles one app into files named after their content, and a manifest { "page.js": "page-ABCDEFGH.js" }. The manifest
 * is replaced last and old files are removed after it, so a server that reads it meanwhile finds what it names.
 */
async function bundle(app: App): Promise<void> {
  const esbuild = await import('esbuild')
  const out = path.join(root, 'dist', 'apps', app.name)
  const manifest: Record<string, string> = {}
  for (const { file, format } of app.entries) {
    const name = path.parse(file).name
    const result = await esbuild.build({
      absWorkingDir: root,
      entryPoints: [{ in: path.join('apps', app.name, 'src', file), out: name }],
      outdir: out,
      bundle: true,
      minify: true,
      write: false,
      format,
      target: 'es2022',
      platform: 'browser',
      legalComments: 'none',
      // What is imported when it is needed (the map) is a file of its own.
      splitting: format === 'esm',
      jsx: 'automatic',
      entryNames: '[name]-[hash]',
      chunkNames: '[name]-[hash]',
      assetNames: '[name]-[hash]',
      loader: { '.svg': 'text', '.graphql': 'text', '.html': 'text' },
      conditions: ['marquee-source'],
      define: { 'process.env.NODE_ENV': '"production"' },
    })
    for (const { path: target, contents } of result.outputFiles) {
      replaceFile(target, contents)
      const built = path.basename(target)
      const plain = built.replace(/-[A-Z0-9]{8}(\.\w+)$/, '$1')
      // Chunks are found by the files that import them; several may have one plain name.
      manifest[plain in manifest ? built : plain] = built
    }
  }
  replaceFile(path.join(out, 'manifest.json'), JSON.stringify(manifest, null, 2))
  const current = new Set([...Object.values(manifest), 'manifest.json'])
  for (const name of readdirSync(out)) if (!current.has(name)) rmSync(path.join(out, name), { recursive: true })
}

/** Over names and contents of the inputs, what builds them, and the versions of everything installed. */
function hashOf(inputs: string[]): string {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'tools/build.ts', ...inputs.flatMap(sourcesBelow)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function sourcesBelow(input: string): string[] {
  const at = path.join(root, input)
  if (!existsSync(at)) return []
  if (SOURCE.test(input)) return [input]
  return readdirSync(at, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && (entry.isDirectory() || SOURCE.test(entry.name)))
    .flatMap((entry) => (entry.isDirectory() ? sourcesBelow(`${input}/${entry.name}`) : [`${input}/${entry.name}`]))
    .sort()
}

function readState(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8')) as Record<string, string>
  } catch {
    // Missing, or cut short by a killed build: everything is built.
    return {}
  }
}

/** Readers see the old content or the new, never half of it. */
function replaceFile(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, content)
  renameSync(`${file}.${process.pid}`, file)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const built = await build()
    if (built.length > 0) process.stdout.write(`built: ${built.join(', ')}\n`)
  } catch (error) {
    process.stderr.write(`Build failed: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
