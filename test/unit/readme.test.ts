import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What the example takes for granted. */
const given = 'declare const key: string; declare const id: string; declare function render(props: object): void\n'

it('the example of the README is one that the SDK understands', { timeout: 60_000 }, () => {
  const [, example = ''] = /```ts\n([^]*?)```/.exec(readFileSync(`${root}/README.md`, 'utf8')) ?? []
  expect(example).toContain('createLiveClient')
  const file = path.join(root, 'readme-example.ts')
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, (path) => ts.sys.readFile(path)) as { config: object }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const readSource = host.getSourceFile.bind(host)
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, given + example, ts.ScriptTarget.ESNext) : readSource(name, ...rest)
  const program = ts.createProgram([file], { ...options, noEmit: true }, host)
  const problems = ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  expect(problems).toEqual([])
})
