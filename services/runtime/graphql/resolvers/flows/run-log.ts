import { connection, pageSize } from '../../../../../kit/graphql/connection.ts'
import { selects } from '../../../../../kit/graphql/selects.ts'
import { AppError } from '../../../../../kit/errors/app-error.ts'
import { decodePageCursor, encodePageCursor } from '../../../../../kit/pure/ids/page-cursor.ts'
import type { RunResolvers } from '../../generated.ts'

const logOrder = 'run-log'

export const runLog: Pick<RunResolvers, 'log'> = {
  log: async ({ id }, args, { runtime }, info) => {
    const first = pageSize(args.first, { fallback: 100 })
    const entries = await runtime.flows.logs.load({ runId: id, first, after: positionOf(args.after) })
    const totalCount = selects(info, 'totalCount') ? await runtime.flows.logCounts.load(id) : 0
    return connection(entries, {
      first,
      totalCount,
      cursorOf: ({ position }) => encodePageCursor(logOrder, [position]),
      after: args.after ?? null,
    })
  },
}

function positionOf(after: string | null | undefined): number {
  if (after == null) return 0
  const [position, ...more] = decodePageCursor(after, logOrder) ?? []
  if (typeof position === 'number' && Number.isSafeInteger(position) && more.length === 0) return position
  throw new AppError('BAD_USER_INPUT', {
    public: 'The cursor is not one of this list.',
    details: { problems: [{ pointer: '/after', message: 'is not a cursor of this list' }] },
  })
}
