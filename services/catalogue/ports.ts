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

/** The content packages that the operator has put within reach. Whatever is wrong with a file is BAD_USER_INPUT. */
export type ContentFolder = {
  /** What the package's manifest holds, not yet looked at; NOT_FOUND when there is no such package. */
  manifest(packageName: string): Promise<unknown>
  /** A text file of the package by its path in it. */
  text(packageName: string, file: string): Promise<string>
}
