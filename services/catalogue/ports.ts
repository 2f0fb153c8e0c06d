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

/** A display key, which the runtime knows and the catalogue shows among the credentials. */
export type DisplayKey = {
  id: string
  instanceId: string
  name: string | null
  createdBy: string | null
  createdAt: string
  expiresAt: string | null
  revokedAt: string | null
  lastUsedAt: string | null
}

/** The keys of screens. Each refuses as its own service does: NOT_FOUND for what the viewer may not see. */
export type DisplayKeys = {
  list(
    viewer: Viewer,
    page: { instanceId: string | null; first: number; after: { at: string; id: string } | null },
  ): Promise<{ rows: DisplayKey[]; totalCount: number }>
  revoke(viewer: Viewer, id: string): Promise<void>
  rotate(
    viewer: Viewer,
    how: { id: string; overlapSeconds: number },
  ): Promise<{ id: string; token: string; expiresAt: string | null }>
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
