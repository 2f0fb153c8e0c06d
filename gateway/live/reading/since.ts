import { AppError } from '../../../kit/errors/app-error.ts'
import { decodeCursor, type FeedName, type FeedPosition } from '../../../kit/pure/ids/feed-cursor.ts'

/** What `since` says; null where it was not given. BAD_USER_INPUT for another feed's cursor. */
export function readSince({ since }: Record<string, unknown>, feed: FeedName): FeedPosition | null {
  if (since === undefined || since === null) return null
  const position = decodeCursor(since as string, feed)
  if (position) return position
  throw new AppError('BAD_USER_INPUT', {
    public: '`since` is not a cursor of this feed.',
    details: { problems: [{ pointer: '/since', message: 'is not a cursor of this feed' }] },
  })
}
