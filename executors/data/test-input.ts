import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { JsonObject } from '../../kit/pure/json/json.ts'
import type { Executor, ExecutorInput } from '../executor.ts'

/** Folders of their own for a test that calls executors in its own process, which is quicker than a child for each. */
export function testFolders() {
  const root = mkdtempSync(path.join(tmpdir(), 'marquee-data-'))
  const [filesDir, dataDir] = [path.join(root, 'files'), path.join(root, 'data')]
  mkdirSync(filesDir)
  let runs = 0
  return {
    filesDir,
    remove: () => rmSync(root, { recursive: true, force: true }),
    async run(executor: Executor, more: Partial<ExecutorInput>, instanceId = 'inst-a'): Promise<JsonObject> {
      mkdirSync(path.join(dataDir, instanceId), { recursive: true })
      const input: ExecutorInput = {
        run: { id: `run-${++runs}`, instanceId, flow: 'refresh', attempt: 1 },
        config: {},
        props: {},
        parameters: {},
        upstreams: [],
        components: [],
        previous: null,
        dataDir,
        filesDir,
        memoryMb: 512,
        sources: { bytesMax: 2 ** 30, rowsMax: 1_000_000, tempBytesMax: 2 ** 30 },
        log: () => undefined,
        progress: () => undefined,
        signal: new AbortController().signal,
        fetch: null as never,
        ...more,
      }
      return (await executor.run(input)).outputs
    },
  }
}
