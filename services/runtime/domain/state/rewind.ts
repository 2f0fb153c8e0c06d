import { applyMergePatch } from '../../../../kit/pure/json/merge-patch.ts'
import type {
  BindingState,
  Condition,
  InstanceState,
  JsonObject,
  PathLock,
  ProgrammeLayer,
  PropOverride,
} from '../../../../schema/events.ts'

/** What going back needs of a log row. `undo` is null on the first row of a log, before which there was nothing. */
export type Undoable = { revision: number; at: string; undo: JsonObject | null }

/**
 * The state that each change led to, in the order given: newest first, the first one being the change that led to
 * `document`, and without gaps. One pass: each state shares with the one before it whatever its change left alone.
 */
export function* rewind(document: JsonObject, changes: Iterable<Undoable>): Generator<InstanceState, void, undefined> {
  for (const change of changes) {
    yield restoreState(document, change.revision, change.at)
    document = undoChange(document, change)
  }
}

/** The document as it was before the change. */
export const undoChange = (document: JsonObject, { undo }: Undoable): JsonObject =>
  undo ? applyMergePatch(document, undo) : document

/**
 * The inverse of stateDocument: absent members read as null again. Members that are no part of the state are left
 * out: the patch of a PLACEMENT speaks of `placement`, which is another service's.
 */
export function restoreState(document: JsonObject, revision: number, updatedAt: string): InstanceState {
  // The document was made from a state by stateDocument, so its members have the state's types.
  const text = <Member extends keyof InstanceState>(member: Member) =>
    document[member] as InstanceState[Member] & string
  const textOrNull = <Member extends keyof InstanceState>(member: Member) =>
    (document[member] ?? null) as InstanceState[Member] & (string | null)
  const object = (member: keyof InstanceState) => document[member] as JsonObject
  return {
    id: text('id'),
    tenantId: text('tenantId'),
    kind: text('kind'),
    persistence: text('persistence'),
    tier: text('tier'),
    scope: text('scope'),
    projectId: textOrNull('projectId'),
    definitionId: textOrNull('definitionId'),
    definitionTypeKey: textOrNull('definitionTypeKey'),
    resolvedVersionId: textOrNull('resolvedVersionId'),
    bundleUrl: textOrNull('bundleUrl'),
    upgradeStrategy: text('upgradeStrategy'),
    maxVersion: textOrNull('maxVersion'),
    runtime: text('runtime'),
    displayKeyHash: textOrNull('displayKeyHash'),
    name: textOrNull('name'),
    ownerId: text('ownerId'),
    visibility: text('visibility'),
    parentId: textOrNull('parentId'),
    lifecycle: text('lifecycle'),
    desiredLifecycle: text('desiredLifecycle'),
    pausedByAncestorId: textOrNull('pausedByAncestorId'),
    readiness: textOrNull('readiness'),
    presence: text('presence'),
    conditions: document.conditions as Condition[],
    config: object('config'),
    metadata: object('metadata'),
    props: object('props'),
    inheritedProps: object('inheritedProps'),
    bindings: document.bindings as BindingState[],
    programme: document.programme ? restoreProgramme(document.programme as JsonObject) : null,
    overrides: document.overrides as PropOverride[],
    locks: document.locks as PathLock[],
    effectiveProps: object('effectiveProps'),
    webhooks: object('webhooks'),
    timeslotStart: textOrNull('timeslotStart'),
    timeslotEnd: textOrNull('timeslotEnd'),
    startedAt: textOrNull('startedAt'),
    stoppedAt: textOrNull('stoppedAt'),
    archivedAt: textOrNull('archivedAt'),
    createdAt: text('createdAt'),
    updatedAt,
    revision,
  }
}

/** Its members that are null are absent in the document, like all. */
const restoreProgramme = (layer: JsonObject): ProgrammeLayer =>
  ({ item: null, blocked: null, ...layer }) as unknown as ProgrammeLayer
