import { describe, expect, it } from 'vitest'
import { checkFields, type InstanceFields } from './instance-fields.ts'

const pointers = (fields: InstanceFields) => checkFields(fields).map(({ pointer }) => pointer)
const slot = (start: string, end: string) => ({ timeslot: { start, end } })
const [early, late] = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:01.000Z']

describe('checkFields', () => {
  it.each<[string, InstanceFields]>([
    ['nothing', {}],
    [
      'nulls',
      { name: null, maxVersion: null, timeslot: null, webhooks: null, idempotencyKey: null, expectedRevision: null },
    ],
    ['a name of 200 characters', { name: 'x'.repeat(200) }],
    ['a name in any script', { name: 'バス停 🚏 é' }],
    ['a version', { maxVersion: '2.0.0' }],
    ['a timeslot', slot(early, late)],
    [
      'webhooks',
      { webhooks: { onError: 'https://a.example/x?y', onPropsChange: 'http://b.example:8080', onInteraction: null } },
    ],
    ['a key and a revision', { idempotencyKey: 'k', expectedRevision: 1 }],
  ])('has nothing against %s', (_what, fields) => {
    expect(checkFields(fields)).toEqual([])
  })

  it.each<[string, string, InstanceFields]>([
    ['an empty name', '/name', { name: '' }],
    ['a name of blanks', '/name', { name: ' \u00a0' }],
    ['a name of 201 characters', '/name', { name: 'x'.repeat(201) }],
    ['U+0000 in a name', '/name', { name: 'a\u0000b' }],
    ['a line break in a name', '/name', { name: 'a\nb' }],
    ['a mark that turns the direction of text in a name', '/name', { name: 'Gate \u202egnp.exe' }],
    ['a lone surrogate in a name', '/name', { name: 'a\ud800' }],
    ['what is no version', '/maxVersion', { maxVersion: 'newest' }],
    ['a timeslot that ends before it starts', '/timeslot/end', slot(late, early)],
    ['a timeslot without length', '/timeslot/end', slot(early, early)],
    ['a webhook that is no address', '/webhooks/onError', { webhooks: { onError: 'nowhere' } }],
    ['a webhook that runs a script', '/webhooks/onError', { webhooks: { onError: 'javascript:alert(1)' } }],
    ['a webhook that reads a file', '/webhooks/onInteraction', { webhooks: { onInteraction: 'file:///etc/passwd' } }],
    [
      'a webhook of 2,001 characters',
      '/webhooks/onError',
      { webhooks: { onError: `https://a.example/${'x'.repeat(1983)}` } },
    ],
    ['an empty key', '/idempotencyKey', { idempotencyKey: '' }],
    ['a key of 201 characters', '/idempotencyKey', { idempotencyKey: 'x'.repeat(201) }],
    ['a revision that never was', '/expectedRevision', { expectedRevision: 0 }],
  ])('points at %s', (_what, pointer, fields) => {
    expect(pointers(fields)).toEqual([pointer])
  })

  it('tells every problem, not the first one', () => {
    expect(
      pointers({
        name: '',
        maxVersion: '',
        ...slot(late, early),
        webhooks: { onError: '' },
        idempotencyKey: '',
        expectedRevision: -1,
      }),
    ).toEqual(['/name', '/maxVersion', '/timeslot/end', '/webhooks/onError', '/idempotencyKey', '/expectedRevision'])
  })
})
