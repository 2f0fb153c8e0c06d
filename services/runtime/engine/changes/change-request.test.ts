import { describe, expect, it } from 'vitest'
import type { InstanceState } from '../../../../schema/events.ts'
import { factsWithoutDefinition } from '../../domain/state/instance-facts.ts'
import { aState } from '../../domain/state/test-state.ts'
import { newChangeId, toCommit, toPublished, evaluateRequest, type ChangeRequest } from './change-request.ts'

const facts = factsWithoutDefinition(1000)
const state = aState({ props: { a: 1 }, effectiveProps: { a: 1 }, revision: 5 })

function asked(part: Partial<ChangeRequest> = {}): ChangeRequest {
  return {
    ...{
      tenantId: 't1',
      instanceId: state.id,
      actorId: 'p1',
      writerKind: 'HUMAN',
      asker: null,
      changeId: 'chg-1',
      action: 'instance.props-patched',
    },
    ...{ reason: null, expectedRevision: null, key: null, command: { type: 'PATCH_PROPS', patch: { a: 2 } } },
    ...part,
  }
}

const errorOf = (request: ChangeRequest, on = state) => {
  const tried = evaluateRequest(on, request, facts)
  return tried.ok ? null : { code: tried.error.code, details: tried.error.details }
}

describe('tryOn', () => {
  it('answers the next state and what happened, or null for an equal write', () => {
    expect(evaluateRequest(state, asked(), facts)).toMatchObject({
      ok: true,
      event: 'PROPS',
      next: { props: { a: 2 }, revision: 5 },
    })
    expect(evaluateRequest(state, asked({ command: { type: 'PATCH_PROPS', patch: { a: 1 } } }), facts)).toEqual({
      ok: true,
      next: null,
    })
  })

  it('knows no instance of another tenant', () => {
    expect(errorOf(asked({ tenantId: 't2', expectedRevision: 4 }))?.code).toBe('NOT_FOUND')
  })

  it('refuses a change that expects another revision, with the present one, even if it would change nothing', () => {
    const equal = { type: 'PATCH_PROPS', patch: { a: 1 } } as const
    for (const expectedRevision of [4, 6]) {
      expect(errorOf(asked({ expectedRevision, command: equal }))).toEqual({
        code: 'CONFLICT',
        details: { currentRevision: 5 },
      })
    }
    expect(errorOf(asked({ expectedRevision: 5 }))).toBeNull()
  })

  it('passes on why the rules say no', () => {
    expect(errorOf(asked({ command: { type: 'PATCH_PROPS', patch: { a: 'x'.repeat(2000) } } }))?.code).toBe(
      'PAYLOAD_TOO_LARGE',
    )
  })

  it('holds a locked path against AI and nobody else', () => {
    const locked = aState({
      ...state,
      locks: [{ path: '/a', holderId: 'p1', since: '2026-01-01T00:00:00.000Z', expiresAt: null, reason: null }],
    })
    expect(errorOf(asked({ writerKind: 'AI' }), locked)?.code).toBe('LOCKED_PATH')
    expect(errorOf(asked({ writerKind: 'HUMAN' }), locked)).toBeNull()
  })
})

/** Consecutive patches on `state`, as the queue gathers them. */
function commitOf(requests: ChangeRequest[]) {
  let before = state
  const changes = requests.map((request, index) => {
    const after: InstanceState = { ...before, props: { a: index + 10 }, effectiveProps: { a: index + 10 } }
    const change = { request, event: 'PROPS' as const, before, after }
    before = after
    return change
  })
  return toCommit(state, changes)
}

describe('toCommit', () => {
  it('makes one step of each change, with patch and undo from the state before it', () => {
    const { base, next, steps } = commitOf([asked(), asked({ changeId: 'chg-2', actorId: null, reason: 'because' })])
    expect(base).toBe(state)
    expect(next.props).toEqual({ a: 11 })
    expect(
      steps.map(({ patch, undo, changeId, actorId, reason }) => ({ patch, undo, changeId, actorId, reason })),
    ).toEqual([
      {
        patch: { props: { a: 10 }, effectiveProps: { a: 10 } },
        undo: { props: { a: 1 }, effectiveProps: { a: 1 } },
        changeId: 'chg-1',
        actorId: 'p1',
        reason: null,
      },
      {
        patch: { props: { a: 11 }, effectiveProps: { a: 11 } },
        undo: { props: { a: 10 }, effectiveProps: { a: 10 } },
        changeId: 'chg-2',
        actorId: null,
        reason: 'because',
      },
    ])
  })

  it('tells one activity of each change, with before and after, and none where a larger mutation tells it', () => {
    const { steps } = commitOf([asked(), asked({ action: null })])
    expect(steps[0]?.activity).toMatchObject({
      tenantId: 't1',
      actorId: 'p1',
      action: 'instance.props-patched',
      resourceId: state.id,
      changeId: 'chg-1',
    })
    expect(steps[0]?.activity?.before).toEqual(steps[0]?.undo)
    expect(steps[0]?.activity?.after).toEqual(steps[0]?.patch)
    expect(steps[1]?.activity).toBeNull()
  })

  it('keeps the answer for a repeated key with the change it belongs to', () => {
    const key = { key: 'k', inputHash: 'h' }
    expect(commitOf([asked({ key })]).key).toEqual({
      ...key,
      result: { instanceId: state.id, revision: 6, changeId: 'chg-1' },
    })
    expect(commitOf([asked()]).key).toBeNull()
  })

  it('does not write a change that changes nothing', () => {
    expect(() => toCommit(state, [{ request: asked(), event: 'PROPS', before: state, after: state }])).toThrow(
      'changes nothing',
    )
  })
})

describe('toPublished', () => {
  it('tells consecutive revisions, each with the state it led to', () => {
    const published = toPublished(commitOf([asked(), asked({ changeId: 'chg-2' })]), '2026-02-01T00:00:00.000Z')
    expect(
      published.map(({ revision, changeId, at, state }) => [
        revision,
        changeId,
        at,
        state.revision,
        state.updatedAt,
        state.props,
      ]),
    ).toEqual([
      [6, 'chg-1', '2026-02-01T00:00:00.000Z', 6, '2026-02-01T00:00:00.000Z', { a: 10 }],
      [7, 'chg-2', '2026-02-01T00:00:00.000Z', 7, '2026-02-01T00:00:00.000Z', { a: 11 }],
    ])
  })
})

describe('newChangeId', () => {
  it('is chg- and 16 characters of base 36, another one each time', () => {
    const ids = Array.from({ length: 100 }, newChangeId)
    expect(new Set(ids).size).toBe(100)
    for (const id of ids) expect(id).toMatch(/^chg-[0-9a-z]{16}$/)
  })
})
