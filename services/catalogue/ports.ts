import type { Sql } from '../../kit/db/pool.ts'

export type ActivityRecord = {
  tenantId: string
  actorId: string | null
  /** Past tense with its subject: 'definition.published'. */
  action: string
  resourceType: string
  resourceId: string
  before?: unknown
  after?: unknown
  changeId: string
}

/** Where every mutation leaves its one activity, in the mutation's own transaction. */
export type ActivitySink = { record(tx: Sql, activity: ActivityRecord): Promise<void> }
