import { describe, expect, it } from 'vitest'
import { blankState } from '../../gateway/live/testing/test-log.ts'
import type { BindingState, PropOverride } from '../../schema/events.ts'
import {
  bindingsKey,
  goneKeysOf,
  keysOf,
  propsKey,
  readResolved,
  resolvedKey,
  resolvedTtlKey,
  resolvedUntil,
} from '../../schema/resolved-keys.ts'

const polled = (part: Partial<BindingState> = {}): BindingState => ({
  key: 'list',
  source: 'API',
  path: 'https://example.org/list?key=secret#/a',
  address: 'https://example.org/list?key=secret',
  strategy: 'POLL',
  intervalSeconds: 30,
  url: null,
  state: 'OK',
  value: [1],
  lastResolvedAt: '2026-01-01T00:00:00.000Z',
  lastError: null,
  ...part,
})
const override = (expiresAt: string | null): PropOverride => ({
  path: '/a',
  value: 1,
  writerId: null,
  since: '2026-01-01T00:00:00.000Z',
  expiresAt,
  reason: null,
})
const resolution = { epoch: 'e1', isPublic: true, placement: null }

describe('keysOf', () => {
  it('writes the four keys of the sources, without a secret in them', () => {
    const state = blankState('inst-00000001', {
      props: { a: 1 },
      effectiveProps: { a: 1, list: [1] },
      bindings: [polled()],
      displayKeyHash: 'the-hash',
      webhooks: { url: 'https://hook.example' },
    })
    const { version, epoch, values } = keysOf(state, resolution)
    expect([epoch, version]).toEqual(['e1', 1])
    const written = new Map(values)
    expect([...written.keys()]).toEqual([
      'instance:inst-00000001:props',
      'instance:inst-00000001:bindings',
      'instance:inst-00000001:resolved',
      'instance:inst-00000001:resolved:ttl',
    ])
    expect(written.get(propsKey(state.id))).toBe('{"a":1}')
    expect(JSON.parse(written.get(bindingsKey(state.id)) as string)).toEqual([
      polled({ path: 'https://example.org/list?…#/a', address: 'https://example.org/list?…' }),
    ])
    expect(readResolved(written.get(resolvedKey(state.id)) as string)).toMatchObject({
      epoch: 'e1',
      revision: 1,
      isPublic: true,
      effectiveProps: { a: 1, list: [1] },
    })
    expect(written.get(resolvedTtlKey(state.id))).toBe('2026-01-01T00:00:30.000Z')
    for (const secret of ['secret', 'the-hash', 'hook.example'])
      expect([...written.values()].join()).not.toContain(secret)
  })

  it('takes all four away when the instance is archived or deleted', () => {
    const away = [null, null, null, null]
    expect(keysOf(blankState('i', { lifecycle: 'ARCHIVED' }), resolution).values.map(([, value]) => value)).toEqual(
      away,
    )
    expect(goneKeysOf('i', 2, 'e1').values.map(([, value]) => value)).toEqual(away)
  })
})

describe('resolvedUntil', () => {
  it('is the first moment at which the resolved props change without a write', () => {
    const later = polled({ lastResolvedAt: '2026-01-01T00:10:00.000Z' })
    expect(resolvedUntil({ bindings: [later, polled()], overrides: [] })).toBe('2026-01-01T00:00:30.000Z')
    expect(
      resolvedUntil({ bindings: [later], overrides: [override(null), override('2026-01-01T00:05:00.000Z')] }),
    ).toBe('2026-01-01T00:05:00.000Z')
  })

  it('is nothing where nothing expires', () => {
    const told = polled({ source: 'KV', strategy: 'STATIC', intervalSeconds: null })
    expect(
      resolvedUntil({ bindings: [told, polled({ lastResolvedAt: null })], overrides: [override(null)] }),
    ).toBeNull()
  })
})

it('what is no resolved state passes for none', () => {
  for (const text of [null, '', 'null', '1', '{}', '{"epoch":"e","revision":"1"}', '{'])
    expect(readResolved(text)).toBeNull()
})
