import { AppError } from '../../../../../kit/errors/app-error.ts'
import { connection, pageSize } from '../../../../../kit/graphql/connection.ts'
import { decodePageCursor, encodePageCursor } from '../../../../../kit/pure/ids/page-cursor.ts'
import { issueDisplayKey, revokeDisplayKey } from '../../../actions/displays/display-key.ts'
import {
  confirmEnrolment,
  ownEnrolment,
  pendingEnrolments,
  requestEnrolment,
} from '../../../actions/displays/enrolment.ts'
import type { Position } from '../../../store/displays/display-keys.sql.ts'
import type { MutationResolvers, QueryResolvers } from '../../generated.ts'
import { payload } from '../../payload.ts'

export const displayKeyMutations: Pick<
  MutationResolvers,
  'issueDisplayKey' | 'revokeDisplayKey' | 'requestEnrolment' | 'confirmEnrolment'
> = {
  issueDisplayKey: async (_parent, { input }, { runtime, viewer }) => {
    const { key, credentialId, outcome } = await issueDisplayKey(runtime.deps, viewer, input)
    return { key, credentialId, ...payload(outcome) }
  },
  revokeDisplayKey: async (_parent, { input }, { runtime, viewer }) =>
    payload(await revokeDisplayKey(runtime.deps, viewer, input)),
  requestEnrolment: (_parent, { input }, { runtime, viewer, address = null }) =>
    requestEnrolment(runtime.deps, { viewer, address }, input),
  confirmEnrolment: async (_parent, { input }, { runtime, viewer, address = null }) => {
    const { credentialId, outcome } = await confirmEnrolment(runtime.deps, { viewer, address }, input)
    return { credentialId, ...payload(outcome) }
  },
}

const order = 'enrolments'

export const enrolmentQueries: Pick<QueryResolvers, 'enrolment' | 'pendingEnrolments'> = {
  enrolment: (_parent, _args, { runtime, viewer }) => ownEnrolment(runtime.deps, viewer),
  async pendingEnrolments(_parent, { first: given, after = null }, { runtime, viewer }) {
    const first = pageSize(given, { fallback: 50 })
    const page = { first: first + 1, after: after === null ? null : positionOf(after) }
    const { rows, totalCount } = await pendingEnrolments(runtime.deps, viewer, page)
    const cursorOf = ({ requestedAt, id }: (typeof rows)[number]) => encodePageCursor(order, [requestedAt, id])
    return connection(rows, { first, after, totalCount, cursorOf })
  },
}

function positionOf(after: string): Position {
  const [at, id, ...more] = decodePageCursor(after, order) ?? []
  const isTime = typeof at === 'string' && !Number.isNaN(Date.parse(at))
  if (isTime && typeof id === 'string' && !id.includes('\0') && more.length === 0)
    return { at: new Date(at).toISOString(), id }
  throw new AppError('BAD_USER_INPUT', { public: 'The cursor is not one of this list.' })
}
