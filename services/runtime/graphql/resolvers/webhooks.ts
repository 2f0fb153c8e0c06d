import { AppError } from '../../../../kit/errors/app-error.ts'
import { connection, pageSize } from '../../../../kit/graphql/connection.ts'
import { selects } from '../../../../kit/graphql/selects.ts'
import { decodePageCursor, encodePageCursor } from '../../../../kit/pure/ids/page-cursor.ts'
import { resendWebhookDelivery, rotateWebhookSecret, webhookDeliveries } from '../../actions/webhooks/webhooks.ts'
import { mayOn } from '../../domain/access/access.ts'
import { webhookUrl } from '../../domain/webhooks/webhooks.ts'
import type { InstanceResolvers, MutationResolvers, QueryResolvers, WebhookDeliveryResolvers } from '../generated.ts'

const order = 'webhook-deliveries'

export const webhookDelivery: WebhookDeliveryResolvers = {
  instance: ({ instanceId }, _args, { runtime }) => runtime.instances.load(instanceId),
}

export const webhookFields: Pick<InstanceResolvers, 'webhooks'> = {
  webhooks: ({ webhooks, ...state }, _args, { viewer }) =>
    mayOn(viewer, 'webhook.manage', state)
      ? {
          onPropsChange: webhookUrl(webhooks, 'PROPS_CHANGED'),
          onError: webhookUrl(webhooks, 'ERROR'),
          onInteraction: webhookUrl(webhooks, 'INTERACTION'),
        }
      : null,
}

export const webhookQueries: Pick<QueryResolvers, 'webhookDeliveries'> = {
  webhookDeliveries: async (_parent, { filter, ...args }, { runtime, viewer }, info) => {
    const first = pageSize(args.first, { fallback: 50 })
    const beforeSeq = args.after == null ? null : positionOf(args.after)
    const { rows, totalCount } = await webhookDeliveries(runtime.deps, viewer, filter ?? {}, {
      first,
      beforeSeq,
      withTotal: selects(info, 'totalCount'),
    })
    return connection(rows, {
      first,
      after: args.after ?? null,
      totalCount,
      cursorOf: (row) => encodePageCursor(order, [row.seq]),
    })
  },
}

export const webhookMutations: Pick<MutationResolvers, 'resendWebhookDelivery' | 'rotateWebhookSecret'> = {
  resendWebhookDelivery: async (_parent, { input }, { runtime, viewer }) => ({
    delivery: await resendWebhookDelivery(runtime.deps, viewer, input),
  }),
  rotateWebhookSecret: (_parent, { input }, { runtime, viewer }) => rotateWebhookSecret(runtime.deps, viewer, input),
}

function positionOf(after: string): number {
  const [seq] = decodePageCursor(after, order) ?? []
  if (typeof seq === 'number') return seq
  throw new AppError('BAD_USER_INPUT', {
    public: 'The cursor is not one of this list.',
    details: { problems: [{ pointer: '/after', message: 'is not a cursor of this list' }] },
  })
}
