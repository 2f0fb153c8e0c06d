import type { Sql } from '../../kit/db/pool.ts'
import type { Viewer } from '../../kit/graphql/viewer/viewer.ts'

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

/** The runtime, as far as the tree of access goes into it. */
export type InstanceNodes = {
  /** The project that an instance is in; null where there is no instance that the viewer may read. */
  nodeOf(viewer: Viewer, instanceId: string): Promise<{ projectId: string | null } | null>
}

/** The content packages that the operator has put within reach. Whatever is wrong with a file is BAD_USER_INPUT. */
export type ContentFolder = {
  /** A folder of that name or, where there is none, an archive; NOT_FOUND when there is neither. */
  open(packageName: string): Promise<ContentFiles>
}

/** The files of one package. */
export type ContentFiles = {
  /** What the package's manifest holds, not yet looked at. */
  manifest(): Promise<unknown>
  /** A text file of the package by its path in it. */
  text(file: string): Promise<string>
}
