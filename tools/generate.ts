import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { composedFiles, root, typeFiles } from './generated-files.ts'
import type { GeneratedFile } from './generated-files.ts'

/** Writes only what differs, so that a watching process does not restart for nothing. */
async function write(files: GeneratedFile[]): Promise<void> {
  for (const { path, content } of files) {
    const target = join(root, path)
    if ((await readFile(target, 'utf8').catch(() => null)) === content) continue
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, content)
    console.log(`wrote ${path}`)
  }
}

await write(await composedFiles())
await write(await typeFiles())
