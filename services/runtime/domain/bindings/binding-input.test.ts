import { describe, expect, it } from 'vitest'
import { bindingsMax, parseBindings, type BindingInput } from './binding-input.ts'
import { splitPath } from './binding-path.ts'

const api: BindingInput = {
  key: 'list',
  source: 'API',
  path: 'https://a.example/x#/next',
  strategy: 'POLL',
  intervalSeconds: 30,
}
const parse = (inputs: BindingInput[], kept: string[] = []) =>
  parseBindings(inputs, { hasSecret: (key) => kept.includes(key) })
const pointers = (input: Partial<BindingInput>) =>
  parse([{ ...api, ...input } as BindingInput]).problems.map(({ pointer }) => pointer)

describe('parseBindings', () => {
  it('S4-18 S4-19 S4-20 S4-21 S4-22 S4-23 S4-24: takes each source with the strategies that fit it', () => {
    const secret = 'whsec_0123456789abcdef'
    const good: BindingInput[] = [
      api,
      { key: 'api once', source: 'API', path: 'http://a.example' },
      { key: 'sse', source: 'API', path: 'https://a.example/x', strategy: 'SSE', url: 'https://a.example/stream' },
      { key: 'push', source: 'API', path: 'https://a.example/#/data', strategy: 'WEBHOOK', secret },
      { key: 'kv', source: 'KV', path: 'alerts:42#/message' },
      { key: 'picked', source: 'KV', path: "alerts:43#jmespath:[?level=='high'].message | [0]" },
      { key: 'kv d', source: 'KV', path: 'alerts', strategy: 'DURABLE' },
      { key: 'do', source: 'DO', path: 'inst-a1b2c3d4#/title', strategy: 'DURABLE' },
      { key: 'static', source: 'STATIC', path: '{"a":[1]}', strategy: 'STATIC' },
      { key: 'initial', source: 'STATIC', path: '"#none"', strategy: 'WEBHOOK', secret },
    ]
    const { specs, secrets, problems } = parse(good)
    expect(problems).toEqual([])
    expect(specs.map(({ address }) => address)).toEqual([
      'https://a.example/x',
      'http://a.example/',
      'https://a.example/stream',
      'https://a.example/',
      'alerts:42',
      'alerts:43',
      'alerts',
      'inst-a1b2c3d4',
      '{"a":[1]}',
      '"#none"',
    ])
    expect([...secrets.keys()]).toEqual(['push', 'initial'])
    expect(JSON.stringify(specs)).not.toContain('whsec')
  })

  it('reads a binding to an instance without a strategy as DURABLE: it follows, as one to a key does', () => {
    expect(parse([{ key: 'title', source: 'DO', path: 'inst-a1b2c3d4#/title' }]).specs[0]?.strategy).toBe('DURABLE')
  })

  it('S4-25: reads a binding without a strategy as STATIC', () => {
    expect(parse([{ key: 'alert', source: 'KV', path: 'k' }]).specs[0]?.strategy).toBe('STATIC')
  })

  it.each([
    ['key', { key: '' }],
    ['key', { key: '__proto__' }],
    ['key', { key: 'x'.repeat(101) }],
    ['key', { key: 'a\nb' }],
    ['strategy', { strategy: 'DURABLE', intervalSeconds: null }],
    ['intervalSeconds', { intervalSeconds: 0 }],
    ['intervalSeconds', { intervalSeconds: null }],
    ['intervalSeconds', { intervalSeconds: 86_401 }],
    ['intervalSeconds', { strategy: 'STATIC' }],
    ['url', { url: 'https://a.example' }],
    ['secret', { secret: 'x'.repeat(20) }],
    ['secret', { strategy: 'WEBHOOK', intervalSeconds: null }],
    ['secret', { strategy: 'WEBHOOK', intervalSeconds: null, secret: 'short' }],
    ['url', { strategy: 'SSE', intervalSeconds: null, url: 'ftp://a.example' }],
    ['path', { path: 'not a url' }],
    ['path', { path: 'https://user:pass@a.example/' }],
    ['path', { path: 'file:///etc/passwd' }],
    ['path', { path: 'https://a.example/#next' }],
    ['path', { path: 'https://a.example/#jmespath:a[' }],
    ['path', { path: 'https://a.example/#jmespath:' }],
    ['path', { path: 'https://a.example/#/~2' }],
    ['path', { path: `https://a.example/${'x'.repeat(2000)}` }],
    ['path', { source: 'KV', path: '#/a' }],
    ['path', { source: 'DO', path: 'inst-nope' }],
    ['path', { source: 'STATIC', path: '{', strategy: 'STATIC', intervalSeconds: null }],
    ['path', { source: 'STATIC', path: '{"__proto__":1}', strategy: 'STATIC', intervalSeconds: null }],
  ] as [string, Partial<BindingInput>][])('says that %s of %o is wrong', (member, input) => {
    expect(pointers(input)).toContain(`/bindings/0/${member}`)
  })

  it('refuses two bindings of one key, and more than fifty', () => {
    expect(parse([api, { ...api, path: 'https://b.example/' }]).problems).toEqual([
      { pointer: '/bindings/1/key', message: 'is bound twice' },
    ])
    const many = Array.from({ length: bindingsMax + 1 }, (_, index) => ({ ...api, key: `k${index}` }))
    expect(parse(many).problems.map(({ pointer }) => pointer)).toEqual(['/bindings'])
    expect(parse(many.slice(1)).problems).toEqual([])
  })

  it('keeps an earlier secret where none is given', () => {
    const push: BindingInput = { key: 'push', source: 'API', path: 'https://a.example/', strategy: 'WEBHOOK' }
    expect(parse([push], ['push']).problems).toEqual([])
  })
})

describe('splitPath', () => {
  it.each([
    ['k', 'k', ''],
    ['k#', 'k', ''],
    ['k#/a/b', 'k', '/a/b'],
    ['k#/a%20b/%7E1', 'k', '/a b/~1'],
    ['k#a', 'k', null],
    ['k#/%E0%A4%A', 'k', null],
    ['https://a/?q=1#/x#y', 'https://a/?q=1', '/x#y'],
    ['k#jmespath:a%20%7C%20b', 'k', null, 'a | b'],
  ] as [string, string, string | null, string?][])('%s', (path, address, pointer, expression) => {
    expect(splitPath(path)).toEqual({ address, pointer, ...(expression === undefined ? {} : { expression }) })
  })
})
