import type { JsonObject } from '../../../../schema/events.ts'
import { handedDownSql } from '../../store/tree/handed-down.sql.ts'
import type { Job, JobDeps } from '../job.ts'
import { newChangeId } from '../changes/change-request.ts'
import { bySystem, submitAll } from '../changes/submit-all.ts'

const batchSize = 250
/** Every so many turns all are compared: then new and moved children get their share, and those cut off lose it. */
const fullEvery = 5

type Due = { id: string; tenantId: string; parentId: string | null; props: JsonObject }

/**
 * What a parent shows comes down to its children, as far as its `config.inheritToChildren` says: a second after the
 * parent changed, one level a turn. What is due is a difference between rows, so nothing is lost with a process, and
 * two workers that find the same difference make one revision of it. The children of one parent that follow in one
 * turn have one changeId.
 */
export function propagateInherited({ pool, queue }: JobDeps): Job {
  let turn = 0
  return {
    name: 'hand-down',
    everyMs: 1000,
    async run() {
      const onlyRecent = turn++ % fullEvery !== 0
      const changeIds = new Map<string | null, string>()
      for (let after = ''; ;) {
        const { rows } = await pool.query<Due>({
          name: 'handed-down',
          text: handedDownSql,
          values: [onlyRecent, after, batchSize],
        })
        const now = new Date().toISOString()
        await submitAll(
          queue,
          rows.map(({ id, tenantId, parentId, props }) => {
            const changeId = changeIds.get(parentId) ?? newChangeId()
            changeIds.set(parentId, changeId)
            const how = {
              action: 'instance.inherited',
              reason: parentId === null ? 'nothing to inherit' : `from ${parentId}`,
              changeId,
            }
            return bySystem({ instanceId: id, tenantId }, { type: 'INHERIT', parentId, props, now }, how)
          }),
        )
        if (rows.length < batchSize) return
        after = (rows.at(-1) as Due).id
      }
    },
  }
}
