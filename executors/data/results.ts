import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { JsonObject } from '../../kit/pure/json/json.ts'
import type { ExecutorInput } from '../executor.ts'
import { newPartId } from './stores/version.ts'

/** Keeps what is too much for a run's outputs as lines of JSON in a file that never changes; answers its name below the data folder. */
export async function keepLines(
  { dataDir, run }: Pick<ExecutorInput, 'dataDir' | 'run'>,
  lines: readonly JsonObject[],
): Promise<string> {
  const reference = path.posix.join(run.instanceId, 'results', `${newPartId(run.id)}.jsonl`)
  const file = path.join(dataDir, reference)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(`${file}.new`, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  await rename(`${file}.new`, file)
  return reference
}
