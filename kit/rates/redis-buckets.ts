import { openConnection, type ConnectionOptions } from '../bus/redis-connection.ts'
import { withTimeout } from '../with-timeout.ts'
import type { Charge, SharedBuckets } from './rate-limiter.ts'

export type RedisBuckets = SharedBuckets & { close(): Promise<void> }

export type RedisBucketsOptions = {
  url: string
  log?: ConnectionOptions['log']
  keyPrefix?: string
  answerMs?: number
  heartbeatMs?: number
}

/** Keys of one script call: others wait for it. */
const callKeysMax = 500

/**
 * KEYS are buckets; ARGV has for each what it was spent, tokens per second and what it holds when it is full, as which a
 * bucket that nobody remembers begins. It goes when it is full again. By the clock of Redis, which is everybody's.
 */
const script = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local left = {}
for i = 1, #KEYS do
  local cost, perSecond, burst = tonumber(ARGV[i * 3 - 2]), tonumber(ARGV[i * 3 - 1]), tonumber(ARGV[i * 3])
  local known = redis.call('HMGET', KEYS[i], 'tokens', 'at')
  local tokens, at = tonumber(known[1]) or burst, tonumber(known[2]) or now
  tokens = math.min(burst, tokens + math.max(0, now - at) / 1000 * perSecond) - cost
  left[i] = string.format('%.6f', tokens)
  redis.call('HSET', KEYS[i], 'tokens', left[i], 'at', string.format('%.0f', math.max(now, at)))
  redis.call('PEXPIRE', KEYS[i], string.format('%.0f', math.ceil((burst - tokens) / perSecond * 1000) + 1000))
end
return left`

/** Token buckets in Redis, over a connection of their own. */
export function createRedisBuckets(options: RedisBucketsOptions): RedisBuckets {
  const { url, log, keyPrefix = 'marquee:rate:', answerMs = 1000, heartbeatMs = 2000 } = options
  const connection = openConnection({ url, name: 'marquee-rates', purpose: 'counting requests', heartbeatMs, log })
  const debit = async (charges: readonly Charge[]): Promise<number[]> => {
    const keys = charges.map(({ key }) => keyPrefix + key)
    const args = charges.flatMap(({ cost, rate }) => [cost, rate.perSecond, rate.burst])
    const left = (await connection.redis.eval(script, keys.length, ...keys, ...args)) as string[]
    return left.map(Number)
  }
  return {
    async debit(charges) {
      const calls: Promise<number[]>[] = []
      for (let from = 0; from < charges.length; from += callKeysMax)
        calls.push(debit(charges.slice(from, from + callKeysMax)))
      const answered = withTimeout(Promise.all(calls), answerMs, () => new Error('Redis does not answer in time'))
      return (await answered).flat()
    },
    close: () => connection.close(),
  }
}
