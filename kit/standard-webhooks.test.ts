import { describe, expect, it } from 'vitest'
import { signWebhook, verifyWebhook } from './standard-webhooks.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const body = Buffer.from('{"test": 2432232314}')
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek'
const seconds = 1614265330
const now = new Date(seconds * 1000)
const signature = signWebhook(secret, id, seconds, body)
const verify = (
  change: Partial<{ id: string; timestamp: string; signature: string }> = {},
  at = now,
  bytes = body,
  key = secret,
) => verifyWebhook(key, { id, timestamp: String(seconds), signature, ...change }, bytes, at)

describe('Standard Webhooks', () => {
  it('signs as the published example does', () => {
    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
    expect(verify()).toBe(true)
  })

  it('takes any one of several signatures, and a secret that is plain text', () => {
    expect(verify({ signature: `v1,bm8= v2,x ${signature}` })).toBe(true)
    const plain = 'a plain text secret'
    expect(verify({ signature: signWebhook(plain, id, seconds, body) }, now, body, plain)).toBe(true)
  })

  it('refuses another body, id, time, secret, and a signature that is cut or missing', () => {
    expect(verify({}, now, Buffer.from('{"test": 0}'))).toBe(false)
    expect(verify({ id: 'other' })).toBe(false)
    expect(verify({ timestamp: String(seconds + 1) })).toBe(false)
    expect(verify({}, now, body, 'whsec_AAAA')).toBe(false)
    for (const wrong of ['', 'v1,', signature.slice(0, -1), signature.slice(3)])
      expect(verify({ signature: wrong })).toBe(false)
  })

  it('refuses what is more than five minutes away, in both directions, and times that are none', () => {
    const away = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
    expect([verify({}, away(4.9)), verify({}, away(-4.9))]).toEqual([true, true])
    expect([verify({}, away(5.1)), verify({}, away(-5.1))]).toEqual([false, false])
    for (const timestamp of ['', 'now', '1e9', '-1', `${seconds}.0`]) expect(verify({ timestamp })).toBe(false)
  })
})
