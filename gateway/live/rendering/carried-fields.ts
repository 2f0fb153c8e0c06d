import type { InstanceState } from '../../../schema/events.ts'
import { shownBinding, shownPatch } from '../../../schema/shown-patch.ts'
import type { LiveEvent } from '../feeds/live-event.ts'
import type { RunLiveEvent } from '../feeds/run-event.ts'
import type { SetEvent } from '../live-query/set-event.ts'
import { ownMember } from '../../../kit/pure/json/json.ts'

/** Reads a field's value out of what carries it. One with `isText` answers JSON that goes into the answer as it is. */
export type CarriedReader = ((source: never) => unknown) & { isText?: true }

/** Props up to this size are sent whole with every change; beyond it, a change that has a patch is sent as the patch. */
export const wholePropsBytesMax = 4096

const event = (read: (event: LiveEvent) => unknown) => read
const text = (read: (event: LiveEvent) => string | null): CarriedReader =>
  Object.assign(read, { isText: true as const })
const state = (read: (state: InstanceState) => unknown) => read
const set = (read: (event: SetEvent) => unknown) => read
const run = (read: (event: RunLiveEvent) => unknown) => read

/** Of an event about many instances: the cursor is that of the instance's own feed. */
const toldInstance = ({ state, instanceCursor }: Pick<SetEvent, 'state' | 'instanceCursor'>) =>
  state === null ? null : { ...state, cursor: instanceCursor }

/**
 * Fields that an event answers by itself, by GraphQL type. What is not here is fetched through the graph, among it what
 * names other instances, which not every subscriber may read.
 */
const readers: Record<string, Record<string, CarriedReader>> = {
  InstanceEvent: {
    type: event(({ type }) => type),
    cursor: event(({ cursor }) => cursor),
    revision: event(({ position }) => position),
    patch: event(({ patch }) => shownPatch(patch)),
    changeId: event(({ changeId }) => changeId),
    actorId: event(({ actorId }) => actorId),
    reason: event(({ reason }) => reason),
    at: event(({ at }) => at),
    instance: event(({ state, cursor }) => ({ ...state, cursor })),
  },
  DisplayEvent: {
    type: event(({ type }) => type),
    cursor: event(({ cursor }) => cursor),
    revision: event(({ position }) => position),
    at: event(({ at }) => at),
    effectiveProps: text((event) => (event.type === 'RESYNC' || followsByPatch(event) ? null : event.face.propsText)),
    patch: text(({ face }) => face.patchText),
    lifecycle: event(({ face }) => face.lifecycle),
    bundleUrl: event(({ face }) => face.bundleUrl),
  },
  InstanceSetEvent: {
    change: set(({ change }) => change),
    cursor: set(({ cursor }) => cursor),
    changeId: set(({ changeId }) => changeId),
    at: set(({ at }) => at),
    instance: toldInstance,
  },
  ZoneEvent: { ...members('type', 'cursor', 'changeId', 'at'), instance: toldInstance },
  RunEvent: {
    type: run(({ type }) => type),
    cursor: run(({ cursor }) => cursor),
    at: run(({ at }) => at),
    lines: run(({ lines }) => lines),
    run: run(({ run }) => run),
  },
  Run: {
    ...members(
      'id',
      'kind',
      'status',
      'trigger',
      'scheduledFor',
      'createdAt',
      'queuedAt',
      'startedAt',
      'endedAt',
      'attempt',
      'maxAttempts',
      'parameters',
      'codeRef',
      'configHash',
      'propsRevision',
      'progress',
      'outputs',
      'metrics',
      'error',
      'cancelRequestedAt',
    ),
    definitionVersion: (({ definitionVersionId }: { definitionVersionId: string | null }) =>
      keyed(definitionVersionId)) as CarriedReader,
  },
  Instance: {
    ...Object.fromEntries(
      [
        'id',
        'kind',
        'name',
        'visibility',
        'scope',
        'persistence',
        'upgradeStrategy',
        'maxVersion',
        'runtime',
        'config',
        'metadata',
        'props',
        'effectiveProps',
        'lifecycle',
        'desiredLifecycle',
        'readiness',
        'revision',
        'createdAt',
        'updatedAt',
        'startedAt',
        'stoppedAt',
        'archivedAt',
        'cursor',
      ].map((name) => [name, (state: Record<string, unknown>) => state[name] ?? null]),
    ),
    url: state(({ id }) => `/live/${id}`),
    hasDisplayKey: state(({ displayKeyHash }) => displayKeyHash !== null),
    bindings: state(({ bindings }) => bindings.map(shownBinding)),
    owner: state(({ ownerId }) => ({ id: ownerId })),
    project: state(({ projectId }) => keyed(projectId)),
    definition: state(({ definitionId }) => keyed(definitionId)),
    definitionVersion: state(({ resolvedVersionId }) => keyed(resolvedVersionId)),
    timeslot: state(({ timeslotStart: start, timeslotEnd: end }) =>
      start === null || end === null ? null : { start, end },
    ),
  },
  Binding: members(
    'key',
    'source',
    'path',
    'strategy',
    'intervalSeconds',
    'state',
    'value',
    'lastResolvedAt',
    'lastError',
  ),
  Timeslot: members('start', 'end'),
  Principal: members('id'),
  Project: members('id'),
  Definition: members('id'),
  DefinitionVersion: members('id'),
}

export const carriedBy = (type: string, field: string): CarriedReader | undefined =>
  ownMember(ownMember(readers, type) ?? {}, field)

const keyed = (id: string | null) => (id === null ? null : { id })

function members(...names: string[]): Record<string, CarriedReader> {
  return Object.fromEntries(names.map((name) => [name, (source: Record<string, unknown>) => source[name] ?? null]))
}

function followsByPatch({ type, face }: LiveEvent): boolean {
  return face.hasPatch && type !== 'SNAPSHOT' && face.propsText.length > wholePropsBytesMax
}
