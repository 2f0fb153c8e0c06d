import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/*
 * Makes sdk/dist of sdk/src, as npm packs it: a module and a declaration for each source, so that a bundler takes what
 * a program uses. Inside the repository nobody needs it: there the condition `marquee-source` leads to the sources.
 */

const sdk = path.resolve(import.meta.dirname, '..', 'sdk')
const dist = path.join(sdk, 'dist')

function compile(): void {
  const { config } = ts.readConfigFile(path.join(sdk, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: object
  }
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, sdk)
  const program = ts.createProgram(fileNames, options)
  const problems = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics]
  if (problems.length === 0) return
  throw new Error(
    ts.formatDiagnostics(problems, {
      getCanonicalFileName: (file) => file,
      getCurrentDirectory: () => sdk,
      getNewLine: () => '\n',
    }),
  )
}

/** tsc rewrites `./client.ts` in modules to what it emits, and in declarations not. */
function rewriteDeclarations(): void {
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue
    const file = path.join(dist, name)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(from |import\()(['"])(\.[^'"]*)\.ts\2/g, '$1$2$3.js$2'))
  }
}

rmSync(dist, { recursive: true, force: true })
compile()
rewriteDeclarations()
