import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { composedFiles, root, typeFiles } from './generated-files.ts'

const stale: string[] = []
for (const { path, content } of [...(await composedFiles()), ...(await typeFiles())]) {
  const committed = await readFile(join(root, path), 'utf8').catch(() => null)
  if (committed !== content) stale.push(path)
}
if (stale.length > 0) {
  console.error(
    `Stale generated files; run \`npm run generate\` and commit:\n${stale.map((path) => `- ${path}`).join('\n')}`,
  )
  process.exitCode = 1
}
