import type { BusLog } from '../bus/bus.ts'
import { openConnection } from '../bus/redis-connection.ts'
import { AppError } from '../errors/app-error.ts'
import { withTimeout } from '../with-timeout.ts'

/** Keys that are of one version of something: written together, and never over those of a newer version. */
export type VersionedWrite = {
  /** The key that says which version the others are of. Stays when all of them are taken away. */
  mark: string
  /** A word. Versions of one epoch are compared; what comes with another epoch replaces what was there. */
  epoch: string
  version: number
  /** Null takes the key away. Values are not empty. */
  values: readonly (readonly [key: string, value: string | null])[]
}

/** A copy in Redis that may be missing or old: whoever reads it knows how to do without. */
export type VersionedKeys = {
  /** Null where there is none. Rejects with UNAVAILABLE, soon, where Redis does not say. */
  read(key: string): Promise<string | null>
  /** Which versions `marks` say, in their order; null where one says nothing. Rejects as `read` does. */
  versions(marks: readonly string[]): Promise<({ epoch: string; version: number } | null)[]>
  /** One round trip. Rejects with UNAVAILABLE where Redis does not answer; some of it may be written then. */
  write(writes: readonly VersionedWrite[]): Promise<void>
  close(): Promise<void>
}

export type VersionedKeysOptions = {
  url: string
  log?: BusLog
  /** How long keys stay that nobody writes again. */
  keepSeconds?: number
  readWithinMs?: number
  writeWithinMs?: number
  heartbeatMs?: number
}

const weekSeconds = 7 * 24 * 3600
/** Arguments of one script call: far below what Redis takes, and a call that others do not wait for long. */
const callCharsMax = 512 * 1024
const callWritesMax = 200

/**
 * KEYS are, write by write, the mark and its value keys. ARGV begins with the seconds to keep; then, write by write,
 * epoch, version, number of values, and the values ('' takes away). A version that is there already is written again:
 * some of its keys may have been evicted.
 */
const script = `
local keep, k, a = ARGV[1], 1, 2
while k <= #KEYS do
  local epoch, version, count = ARGV[a], ARGV[a + 1], tonumber(ARGV[a + 2])
  local known = redis.call('GET', KEYS[k])
  local isOld = false
  if known then
    local knownEpoch, knownVersion = string.match(known, '^(%S+) (%d+)$')
    isOld = knownEpoch == epoch and tonumber(knownVersion) > tonumber(version)
  end
  if not isOld then
    redis.call('SET', KEYS[k], epoch .. ' ' .. version, 'EX', keep)
    for i = 1, count do
      local value = ARGV[a + 2 + i]
      if value == '' then redis.call('DEL', KEYS[k + i])
      else redis.call('SET', KEYS[k + i], value, 'EX', keep) end
    end
  end
  k = k + 1 + count
  a = a + 3 + count
end
return 1`

/** Versioned keys over one Redis connection of their own: a batch on its way does not hold up the bus. */
export function createVersionedKeys(options: VersionedKeysOptions): VersionedKeys {
  const { url, log, keepSeconds = weekSeconds, readWithinMs = 300, writeWithinMs = 2000, heartbeatMs = 2000 } = options
  const connection = openConnection({ url, name: 'marquee-cache', purpose: 'the cache', heartbeatMs, log })
  const { redis } = connection

  return {
    read: (key) => answer(redis.get(key), readWithinMs),
    async versions(marks) {
      if (marks.length === 0) return []
      const texts = await answer(redis.mget(...marks), readWithinMs)
      return texts.map((text) => {
        const [, epoch = '', version] = /^(\S+) (\d+)$/.exec(text ?? '') ?? []
        return version === undefined ? null : { epoch, version: Number(version) }
      })
    },
    async write(writes) {
      if (writes.length === 0) return
      const pipeline = redis.pipeline()
      for (const part of calls(writes)) {
        const keys = part.flatMap(({ mark, values }) => [mark, ...values.map(([key]) => key)])
        const args = part.flatMap(({ epoch, version, values }) => [
          epoch,
          version,
          values.length,
          ...values.map(([, value]) => value ?? ''),
        ])
        pipeline.eval(script, keys.length, ...keys, keepSeconds, ...args)
      }
      const answers = await answer(pipeline.exec(), writeWithinMs)
      const failed = answers?.find(([error]) => error !== null)
      if (failed?.[0]) throw unavailable(failed[0])
    },
    close: () => connection.close(),
  }
}

function calls(writes: readonly VersionedWrite[]): VersionedWrite[][] {
  const parts: VersionedWrite[][] = [[]]
  let chars = 0
  for (const write of writes) {
    const size = write.values.reduce((sum, [, value]) => sum + (value?.length ?? 0), 0)
    const last = parts.at(-1) as VersionedWrite[]
    if (last.length > 0 && (chars + size > callCharsMax || last.length >= callWritesMax)) {
      parts.push([write])
      chars = size
    } else {
      last.push(write)
      chars += size
    }
  }
  return parts
}

async function answer<T>(asked: Promise<T>, ms: number): Promise<T> {
  try {
    return await withTimeout(asked, ms, () => new Error(`no answer from Redis within ${ms} ms`))
  } catch (error) {
    throw unavailable(error)
  }
}

const unavailable = (cause: unknown) =>
  new AppError('UNAVAILABLE', {
    public: 'The cache is not available at the moment.',
    internal: 'Redis does not keep or answer',
    cause,
  })
