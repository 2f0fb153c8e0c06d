import { describe, expect, it } from 'vitest'
import type { PrincipalKind } from '../../../../kit/graphql/viewer/viewer.ts'
import type { InstanceState, JsonObject, PathLock, PropOverride } from '../../../../schema/events.ts'
import { decide, type Command } from '../decide.ts'
import { factsWithoutDefinition } from '../state/instance-facts.ts'
import { refuseLocked } from './locks.ts'

const now = '2026-11-21T12:00:00.000Z'
const earlier = '2026-11-21T11:59:59.999Z'
const props: JsonObject = { title: 'Stop', alert: { message: 'Late', level: 'info' } }
const lock = (path: string, expiresAt: string | null = null): PathLock => ({
  path,
  holderId: 'prin-human',
  since: earlier,
  expiresAt,
  reason: 'checked by hand',
})
const override = (path: string): PropOverride => ({
  path,
  value: 'x',
  writerId: 'prin-ai',
  since: now,
  expiresAt: null,
  reason: null,
})
const state = (locks: PathLock[]) =>
  ({
    props,
    effectiveProps: props,
    inheritedProps: {},
    overrides: [],
    bindings: [],
    locks,
    conditions: [],
  }) as unknown as InstanceState

function attempt(command: Command, { kind = 'AI' as PrincipalKind | null, locks = [lock('/alert/message')] } = {}) {
  const before = state(locks)
  const decision = decide(before, command, factsWithoutDefinition(10_000))
  if (!decision.ok) throw new Error(decision.refusal.public)
  return refuseLocked(before, decision.next, { kind, now })
}
const patch = (patch: JsonObject): Command => ({ type: 'PATCH_PROPS', patch })

describe('a locked path', () => {
  it.each<[string, Command]>([
    ['a patch at it', patch({ alert: { message: 'On time' } })],
    ['a patch below it', patch({ alert: { message: { text: 'x' } } })],
    ['a patch that removes it', patch({ alert: { message: null } })],
    ['a patch that removes what it is in', patch({ alert: null })],
    ['a replacement that leaves it out', { type: 'REPLACE_PROPS', props: { title: 'Stop' } }],
    ['an override at it', { type: 'SET_OVERRIDE', override: override('/alert/message') }],
    ['an override above it', { type: 'SET_OVERRIDE', override: override('/alert') }],
    ['unlocking', { type: 'UNLOCK_PATH', path: '/alert/message' }],
    ['locking above it', { type: 'LOCK_PATH', lock: lock('/alert') }],
  ])('keeps AI from %s', (_what, command) => {
    expect(attempt(command)?.refusal).toMatchObject({
      code: 'LOCKED_PATH',
      details: { path: '/alert/message', holder: 'prin-human', expiresAt: null },
    })
  })

  it.each<[string, Command]>([
    ['a patch beside it', patch({ title: 'New', alert: { level: 'warning' } })],
    ['a patch that repeats it beside another change', patch({ title: 'New', alert: { message: 'Late' } })],
    ['a replacement that keeps it', { type: 'REPLACE_PROPS', props: { alert: { message: 'Late' } } }],
    ['an override beside it', { type: 'SET_OVERRIDE', override: override('/alert/level') }],
  ])('lets AI pass with %s', (_what, command) => {
    expect(attempt(command)).toBeNull()
  })

  it.each(['HUMAN', 'SERVICE', 'DISPLAY', null] as const)('holds against AI only, not against %s', (kind) => {
    expect(attempt(patch({ alert: null }), { kind })).toBeNull()
  })

  it('holds no more once its time is over, also before it has been taken away', () => {
    expect(attempt(patch({ alert: null }), { locks: [lock('/alert', now)] })).toBeNull()
    expect(
      attempt(patch({ alert: null }), {
        locks: [lock('/alert', now), lock('/alert/level', '2026-11-21T12:00:00.001Z')],
      })?.refusal.details,
    ).toMatchObject({
      path: '/alert/level',
      expiresAt: '2026-11-21T12:00:00.001Z',
    })
  })
})
