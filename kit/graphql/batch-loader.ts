import DataLoader from 'dataloader'
import { isAppError } from '../errors/app-error.ts'
import { isDataException } from './unavailable.ts'

type Load<Key, Value> = (keys: readonly Key[]) => Promise<ArrayLike<Value | Error>>
type Options<Key, Value, CacheKey> = DataLoader.Options<Key, Value, CacheKey>

/**
 * A DataLoader in which a bad key fails alone. Keys of one batch come from fields that have nothing to do with each
 * other, and one that the database cannot take (an id with U+0000, a number out of range) fails the statement for all:
 * then the batch is halved until the bad keys are by themselves.
 */
export class BatchLoader<Key, Value, CacheKey = Key> extends DataLoader<Key, Value, CacheKey> {
  constructor(load: Load<Key, Value>, options?: Options<Key, Value, CacheKey>) {
    super((keys) => loadApart(load, keys), options)
  }
}

async function loadApart<Key, Value>(load: Load<Key, Value>, keys: readonly Key[]): Promise<ArrayLike<Value | Error>> {
  try {
    return await load(keys)
  } catch (error) {
    if (!isFaultOfAKey(error)) throw error
    if (keys.length === 1) return [error as Error]
    const middle = keys.length >> 1
    const left = await loadApart(load, keys.slice(0, middle))
    const right = await loadApart(load, keys.slice(middle))
    return [...Array.from(left), ...Array.from(right)]
  }
}

const isFaultOfAKey = (error: unknown): boolean =>
  isDataException(error) || (isAppError(error) && error.code === 'BAD_USER_INPUT')
