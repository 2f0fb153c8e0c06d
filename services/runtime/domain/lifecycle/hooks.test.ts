import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../schema/events.ts'
import { hookBody, judgeHook, outgoingOfMove, readTemplate, type BeforeHook, type Move } from './hooks.ts'
import { aState } from '../state/test-state.ts'

const url = 'https://a.example/hook'
const pointersOf = (hooks: unknown) => {
  const { lifecycle } = readTemplate({ hooks } as JsonObject)
  return lifecycle.ok ? [] : lifecycle.problems.map(({ pointer }) => pointer)
}

describe('hooks of a lifecycle template (S3-14)', () => {
  it('are read with their defaults, beside what is forbidden', () => {
    const { lifecycle, hooks } = readTemplate({
      forbid: ['PAUSE'],
      hooks: { before: { START: { url } }, after: { ARCHIVE: { url } } },
    })
    expect(lifecycle).toEqual({ ok: true, forbidden: new Set(['PAUSE']) })
    expect(hooks).toEqual({
      before: { START: { url, timeoutSeconds: 5, onFailure: 'refuse' } },
      after: { ARCHIVE: { url } },
    })
    expect(readTemplate({})).toEqual({
      lifecycle: { ok: true, forbidden: new Set() },
      hooks: { before: {}, after: {} },
    })
  })

  it.each<[unknown, string]>([
    ['START', '/hooks'],
    [{ during: {} }, '/hooks/during'],
    [{ before: [] }, '/hooks/before'],
    [{ before: { FLY: { url } } }, '/hooks/before/FLY'],
    [{ after: { STOP: url } }, '/hooks/after/STOP'],
    [{ after: { STOP: {} } }, '/hooks/after/STOP/url'],
    [{ after: { STOP: { url: 'ftp://a.example' } } }, '/hooks/after/STOP/url'],
    [{ after: { STOP: { url, onFailure: 'refuse' } } }, '/hooks/after/STOP/onFailure'],
    [{ before: { STOP: { url, timeoutSeconds: 31 } } }, '/hooks/before/STOP/timeoutSeconds'],
    [{ before: { STOP: { url, timeoutSeconds: 1.5 } } }, '/hooks/before/STOP/timeoutSeconds'],
    [{ before: { STOP: { url, onFailure: 'wait' } } }, '/hooks/before/STOP/onFailure'],
    [{ before: { STOP: { url, codeRef: 'x' } } }, '/hooks/before/STOP/codeRef'],
  ])('%j is wrong at %s', (hooks, pointer) => {
    expect(pointersOf(hooks)).toEqual([pointer])
    expect(readTemplate({ hooks } as JsonObject).hooks).toEqual({ before: {}, after: {} })
  })
})

describe('a before hook', () => {
  const hook = (onFailure: BeforeHook['onFailure']): BeforeHook => ({ url, timeoutSeconds: 5, onFailure })
  it.each<[string, Parameters<typeof judgeHook>[1], string | null, string | null]>([
    ['yes', { status: 204, body: '' }, null, null],
    ['no, and why', { status: 409, body: '{"message":"No rack is free"}' }, 'No rack is free', 'No rack is free'],
    [
      'no without a word',
      { status: 403, body: '<html>' },
      'its hook answers with status 403',
      'its hook answers with status 403',
    ],
    ['a failure of its own', { status: 503, body: '' }, 'its hook answers with status 503', null],
    ['a redirect', { status: 302, body: '' }, 'its hook answers with status 302', null],
    ['nothing', { error: 'cannot be reached' }, 'its hook cannot be reached', null],
  ])('that says %s', (_name, answer, ifRefuse, ifContinue) => {
    expect([judgeHook(hook('refuse'), answer), judgeHook(hook('continue'), answer)]).toEqual([ifRefuse, ifContinue])
  })
})

describe('an after hook', () => {
  const move: Move = {
    state: aState({ definitionId: 'def-1', effectiveProps: { n: 1 } }),
    event: 'ARCHIVE',
    from: 'STOPPED',
    to: 'ARCHIVED',
  }
  const cause = { instanceId: 'inst-0000000r', changeId: 'chg-1', actorId: null, reason: 'the timeslot has ended' }
  const at = '2026-01-01T00:00:00.000Z'

  it('is told of the move and its cause, signed by the definition', () => {
    const { hooks } = readTemplate({ hooks: { after: { ARCHIVE: { url } } } })
    const outgoing = outgoingOfMove(hooks, move, cause, at)
    expect(outgoing).toMatchObject({ event: 'AFTER_HOOK', url, signerId: 'def-1', instanceId: move.state.id })
    expect(outgoing?.body).toMatchObject({
      type: 'instance.after_archive',
      timestamp: at,
      data: {
        instanceId: move.state.id,
        event: 'ARCHIVE',
        from: 'STOPPED',
        to: 'ARCHIVED',
        causedBy: cause.instanceId,
        changeId: 'chg-1',
        reason: cause.reason,
        props: { n: 1 },
      },
    })
    expect(outgoingOfMove(hooks, { ...move, event: 'STOP' }, cause, at)).toBeNull()
    expect(hookBody('before', move, cause, at).type).toBe('instance.before_archive')
  })
})
