import { describe, expect, it } from 'vitest'
import type { Condition, JsonObject } from '../../../../schema/events.ts'
import {
  judgeAttempt,
  outgoingOfChange,
  outgoingOfInteraction,
  outgoingOfScreenError,
  type LogRow,
} from './webhooks.ts'

const at = '2026-01-01T10:59:59.000Z'
const everything = {
  onPropsChange: 'https://a.example/props',
  onError: 'https://b.example/errors',
  onInteraction: 'https://c.example/',
}
const subject = (webhooks: JsonObject = everything) => ({
  id: 'inst-00000001',
  tenantId: 't1',
  definitionTypeKey: 'a/b',
  webhooks,
})
const row = (patch: JsonObject, conditionsBefore: Condition[] | null = null): LogRow => ({
  revision: 7,
  changeId: 'chg-1',
  actorId: null,
  at,
  patch,
  conditionsBefore,
  effectiveProps: { n: 1 },
})
const condition = (type: string, message = 'Something.', since = at) => ({ type, message, since })
const told = (patch: JsonObject, before: Condition[] | null = null, webhooks?: JsonObject) =>
  outgoingOfChange(subject(webhooks), row(patch, before)).map(({ event, body }) => [
    event,
    body.data['source'] ?? body.type,
  ])

describe('S4-33: a change', () => {
  it.each<[string, JsonObject, Condition[] | null, string[][]]>([
    [
      'of what is shown',
      { props: { n: 1 }, effectiveProps: { n: 1 } },
      null,
      [['PROPS_CHANGED', 'instance.props_changed']],
    ],
    ['of own props that something hides', { props: { n: 1 } }, null, []],
    ['of the config', { config: { a: 1 } }, null, []],
    ['that brings a condition', { conditions: [condition('A')] }, [], [['ERROR', 'condition']]],
    [
      'that brings a second one',
      { conditions: [condition('A'), condition('B')] },
      [condition('A')],
      [['ERROR', 'condition']],
    ],
    ['that ends one', { conditions: [condition('B')] }, [condition('A'), condition('B')], []],
    [
      'after which one says something else',
      { conditions: [condition('A', 'Worse.')] },
      [condition('A')],
      [['ERROR', 'condition']],
    ],
    [
      'after which one holds since another time',
      { conditions: [condition('A', 'Something.', '2026-01-01T11:00:00.000Z')] },
      [condition('A')],
      [],
    ],
    ['to a readiness of ERROR', { readiness: 'ERROR' }, null, [['ERROR', 'readiness']]],
    ['to a readiness of READY', { readiness: 'READY' }, null, []],
    [
      'of everything at once',
      { effectiveProps: {}, conditions: [condition('A')], readiness: 'ERROR' },
      [],
      [
        ['PROPS_CHANGED', 'instance.props_changed'],
        ['ERROR', 'condition'],
        ['ERROR', 'readiness'],
      ],
    ],
  ])('%s', (_name, patch, before, expected) => {
    expect(told(patch, before)).toEqual(expected)
  })

  it('is told to nobody where there is no address for it', () => {
    const patch: JsonObject = { effectiveProps: { n: 1 }, conditions: [condition('A')] }
    expect(told(patch, [], {})).toEqual([])
    expect(told(patch, [], { onError: 'https://b.example/' })).toEqual([['ERROR', 'condition']])
  })

  it('is told with its patch and what is shown after it', () => {
    expect(outgoingOfChange(subject(), row({ effectiveProps: { n: 1, gone: null } }))).toEqual([
      {
        tenantId: 't1',
        instanceId: 'inst-00000001',
        event: 'PROPS_CHANGED',
        url: 'https://a.example/props',
        body: {
          type: 'instance.props_changed',
          timestamp: at,
          data: {
            instanceId: 'inst-00000001',
            definitionTypeKey: 'a/b',
            revision: 7,
            changeId: 'chg-1',
            actorId: null,
            patch: { n: 1, gone: null },
            effectiveProps: { n: 1 },
          },
        },
      },
    ])
  })
})

describe('what a component or a screen says', () => {
  it('goes to its own address', () => {
    const said = { event: 'tap', data: { x: 1 }, changeId: 'chg-2', actorId: 'prin-1', at }
    expect(outgoingOfInteraction(subject(), said)).toMatchObject({
      event: 'INTERACTION',
      url: 'https://c.example/',
      body: { type: 'instance.interaction', data: { event: 'tap', data: { x: 1 } } },
    })
    expect(outgoingOfInteraction(subject({}), said)).toBeNull()
  })

  it('is told once an hour while a screen repeats it, and anew for another screen, revision or text', () => {
    const report = { device: 'left', revision: 3, error: 'broken', at }
    const key = (more: Partial<typeof report>) => outgoingOfScreenError(subject(), { ...report, ...more })?.dedupeKey
    expect(key({ at: '2026-01-01T10:00:00.000Z' })).toBe(key({}))
    const others = [
      key({}),
      key({ device: '' }),
      key({ revision: 4 }),
      key({ error: 'other' }),
      key({ at: '2026-01-01T11:00:00.000Z' }),
    ]
    expect(new Set(others).size).toBe(others.length)
  })
})

describe('judgeAttempt', () => {
  it.each([
    [200, 'delivered', false],
    [204, 'delivered', false],
    [302, 'failed', false],
    [400, 'failed', false],
    [404, 'failed', false],
    [410, 'refused', false],
    [429, 'failed', true],
    [500, 'failed', true],
    [503, 'failed', true],
  ] as const)('%d is %s', (status, result, countsAgainstOrigin) => {
    expect(judgeAttempt({ status })).toMatchObject({ status, result, countsAgainstOrigin })
  })

  it('holds silence against the address', () => {
    expect(judgeAttempt({ error: 'cannot be reached' })).toEqual({
      result: 'failed',
      status: null,
      error: 'cannot be reached',
      countsAgainstOrigin: true,
    })
    expect(judgeAttempt({ error: 'cannot be signed for', isOurs: true }).countsAgainstOrigin).toBe(false)
  })
})
