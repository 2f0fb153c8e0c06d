import { AppError } from '../../../kit/errors/app-error.ts'
import { decodeCursor, type FeedPosition } from '../../../kit/pure/ids/feed-cursor.ts'
import { INSTANCE_FEED, RUN_FEED, SET_FEED } from '../../../schema/events.ts'
import type { Since } from '../groups/instance-group.ts'

/** What `since` says in the feed of an instance; null where it was not given. BAD_USER_INPUT for another feed's cursor. */
export function instanceSince(args: Record<string, unknown>): Since {
  const position = read(args, INSTANCE_FEED)
  return position && { epoch: position.epoch, revision: position.position }
}

export const runSince = (args: Record<string, unknown>): FeedPosition | null => read(args, RUN_FEED)

/** A live query cannot be resumed in the middle: `since` answers RESYNC and a new snapshot. */
export const setSince = (args: Record<string, unknown>): boolean => read(args, SET_FEED) !== null

function read({ since }: Record<string, unknown>, kind: string): FeedPosition | null {
  if (since === undefined || since === null) return null
  const position = decodeCursor(since as string, kind)
  if (position) return position
  throw new AppError('BAD_USER_INPUT', {
    public: '`since` is not a cursor of this feed.',
    details: { problems: [{ pointer: '/since', message: 'is not a cursor of this feed' }] },
  })
}
