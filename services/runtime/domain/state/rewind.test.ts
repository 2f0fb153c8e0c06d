import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonValueOf } from '../../../../kit/pure/json/json-value-of.ts'
import { stripNullMembers } from '../../../../kit/pure/json/merge-patch.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { restoreState, rewind, type Undoable } from './rewind.ts'
import { stateDiff, stateDocument } from './state-document.ts'

const textOrNull = fc.option(fc.string({ maxLength: 8 }))
const values = fc
  .dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 })
  .map((value) => stripNullMembers(JSON.parse(JSON.stringify(value)) as JsonObject))
const time = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

/** What changes can touch; the rest of an instance never changes. */
const mutable = fc.record({
  name: textOrNull,
  visibility: fc.constantFrom('PRIVATE', 'UNLISTED', 'PUBLIC'),
  parentId: textOrNull,
  lifecycle: fc.constantFrom('CREATED', 'ACTIVE'),
  readiness: fc.option(fc.constantFrom('STALE' as const, 'READY' as const)),
  conditions: fc.array(fc.record({ type: fc.string(), message: fc.string(), since: time }), { maxLength: 2 }),
  config: values,
  metadata: values,
  props: values,
  effectiveProps: values,
  inheritedProps: values,
  webhooks: values,
  maxVersion: textOrNull,
  bundleUrl: textOrNull,
  timeslotStart: fc.option(time),
  programme: fc.option(
    fc.record({
      programmeId: fc.string(),
      programme: fc.string(),
      entry: fc.string(),
      item: fc.option(fc.nat()),
      props: values,
      since: time,
      byAi: fc.boolean(),
      blocked: textOrNull,
    }),
  ),
})

const fixed = {
  id: 'inst-0000000a',
  tenantId: 'system',
  kind: 'DISPLAY',
  persistence: 'PERSISTENT',
  tier: 'TIMED',
  scope: 'PROJECT',
  projectId: 'proj-1',
  definitionId: null,
  definitionTypeKey: null,
  resolvedVersionId: null,
  upgradeStrategy: 'PIN',
  runtime: 'EDGE',
  displayKeyHash: null,
  ownerId: 'system',
  desiredLifecycle: 'CREATED',
  presence: 'NEVER',
  timeslotEnd: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  pausedByAncestorId: null,
  startedAt: null,
  stoppedAt: null,
  archivedAt: null,
} as const satisfies Partial<InstanceState>

/** A life: the states of revisions 1, 2, ... and the log that led from each to the next. */
const life = fc.array(fc.tuple(mutable, time), { minLength: 1, maxLength: 12 }).map((steps) => {
  const states = steps.map(([part, updatedAt], index): InstanceState => ({
    ...fixed,
    bindings: [],
    overrides: [],
    locks: [],
    ...part,
    updatedAt,
    revision: index + 1,
  }))
  const log = states.map((state, index): Undoable => {
    const before = states[index - 1]
    const undo = before ? (stateDiff(before, state)?.undo ?? null) : null
    return { revision: state.revision, at: state.updatedAt, undo: jsonCopy(undo) }
  })
  return { states, log }
})

const sampleHead = () => ({ ...fixed, ...fc.sample(mutable, 1)[0], updatedAt: 'b', revision: 2 }) as InstanceState

const jsonCopy = <T>(value: T): T => jsonValueOf(JSON.stringify(value)) as T

describe('rewind', () => {
  it('gives back every state of a life exactly, from the last one and the log', () => {
    fc.assert(
      fc.property(life, ({ states, log }) => {
        const head = states.at(-1) as InstanceState
        expect([...rewind(stateDocument(head), log.toReversed())]).toEqual(states.toReversed())
      }),
      { numRuns: 300 },
    )
  })

  it('does not touch the state it starts from', () => {
    fc.assert(
      fc.property(life, ({ states, log }) => {
        const head = states.at(-1) as InstanceState
        const before = jsonCopy(head)
        for (const state of rewind(stateDocument(head), log.toReversed())) expect(state.id).toBe(fixed.id)
        expect(head).toEqual(before)
      }),
    )
  })

  it('passes over what a placement change says of another service', () => {
    const head = sampleHead()
    const log = [
      { revision: 2, at: 'b', undo: { placement: { tags: ['x'], geo: null } } },
      { revision: 1, at: 'a', undo: null },
    ]
    expect([...rewind(stateDocument(head), log)]).toEqual([head, { ...head, revision: 1, updatedAt: 'a' }])
  })

  it('makes no state that nobody asks for', () => {
    const head = sampleHead()
    let read = 0
    const log = function* (): Generator<Undoable> {
      for (let revision = 2; revision > 0; revision--) {
        read++
        yield { revision, at: 'b', undo: {} }
      }
    }
    for (const state of rewind(stateDocument(head), log())) {
      expect(state.revision).toBe(2)
      break
    }
    expect(read).toBe(1)
  })
})

describe('restoreState', () => {
  it('is the inverse of stateDocument', () => {
    fc.assert(
      fc.property(mutable, time, (part, updatedAt) => {
        const state: InstanceState = {
          ...fixed,
          bindings: [],
          overrides: [],
          locks: [],
          ...part,
          updatedAt,
          revision: 7,
        }
        expect(restoreState(jsonCopy(stateDocument(state)), 7, updatedAt)).toEqual(state)
      }),
    )
  })
})
