import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import { deletableVersions, endedRuns } from '../../store/runs/deletable-versions.sql.ts'
import type { Job, JobDeps } from '../job.ts'

const everyMs = 5 * 60_000
/** A worker that is to stop waits for the turn. */
const turnMs = 5000
const batchSize = 100
const askedMax = 5000
const timeoutMs = 60_000

type Folder = { instanceId: string; versions: string[]; isUnfinished: boolean }

/**
 * Deletes the versions of datasets that are neither among the newest nor worked with (ADR 0011), and the parts that only
 * they name, few at a time. What the disk has is asked about, not what the database remembers: the work is what there is
 * to delete. The files are an executor's to touch, as all that datasets are made of. When the time of a turn is up the
 * next one goes on where it was.
 */
export function sweepDatasets({ pool, executors, datasets }: JobDeps): Job {
  const { dataDir, versionsKept: kept, graceSeconds = 15 * 60 } = datasets
  let after = ''

  const sweep = async (instanceId: string, parameters: JsonObject) => {
    const run = { id: 'sweep', instanceId, flow: 'sweep', attempt: 1 }
    const input = { run, config: {}, props: {}, parameters, upstreams: [], components: [], previous: null }
    return (await executors.runExecutor({ codeRef: 'dataset.sweep', input, timeoutMs })).outputs as {
      deleted: number
      unnamed: string[]
    }
  }

  async function sweepOne({ instanceId, versions, isUnfinished }: Folder): Promise<void> {
    // Of very many some at random: ids say nothing about age, and the others' turn comes.
    const from = Math.floor(Math.random() * Math.max(0, versions.length - askedMax))
    const asked = versions.slice(from, from + askedMax)
    const deletable = await deletableVersions(pool, {
      instanceId,
      runIds: [...new Set(asked.map(runOf))],
      kept,
      graceSeconds,
    })
    const batch = asked.filter((id) => deletable.has(runOf(id))).slice(0, batchSize)
    if (batch.length === 0 && !isUnfinished) return
    const { unnamed } = await sweep(instanceId, { versions: batch })
    // Not at once: another machine may not see yet what names them.
    const ended = await endedRuns(pool, { instanceId, runIds: [...new Set(unnamed.map(runOf))], graceSeconds })
    const parts = unnamed.filter((id) => ended.has(runOf(id)))
    if (parts.length > 0) await sweep(instanceId, { parts })
  }

  return {
    name: 'sweep-datasets',
    everyMs: datasets.everyMs ?? everyMs,
    async run() {
      const endAt = performance.now() + turnMs
      const all = (await namesIn(dataDir)).filter((name) => matchesId('inst', 8, name)).sort()
      const failures: unknown[] = []
      for (const instanceId of [...all.filter((id) => id > after), ...all.filter((id) => id <= after)]) {
        if (performance.now() > endAt) break
        after = instanceId
        const folder = await folderOf(dataDir, instanceId)
        if (folder.versions.length <= kept && !folder.isUnfinished) continue
        // What is wrong with one folder keeps nobody from the others.
        await sweepOne(folder).catch((error: unknown) => failures.push(error))
      }
      if (failures.length > 0) throw failures[0]
    },
  }
}

async function folderOf(dataDir: string, instanceId: string): Promise<Folder> {
  const names = await namesIn(path.join(dataDir, instanceId, 'versions'))
  const versions = names.flatMap((name) => (versionFile.test(name) ? [name.slice(0, -'.json'.length)] : []))
  return { instanceId, versions, isUnfinished: names.some((name) => name.endsWith('.gone')) }
}

/** As executors/data/stores/version.ts names them; other files are somebody else's. */
const versionFile = /^.+-[0-9a-f]{8}\.json$/
/** The run that wrote a version or a part: its id begins the name. */
const runOf = (id: string): string => id.slice(0, id.lastIndexOf('-'))

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])
