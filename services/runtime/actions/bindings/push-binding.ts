import { AppError } from '../../../../kit/errors/app-error.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import { verifyWebhook, type WebhookHeaders } from '../../../../kit/standard-webhooks.ts'
import type { Json } from '../../../../schema/events.ts'
import { refuseValue, valueBounds } from '../../domain/bindings/binding-value.ts'
import { newChangeId } from '../../engine/changes/change-request.ts'
import { pushSecret } from '../../store/bindings/binding-secrets.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { requireJson } from '../../../../kit/errors/require-json.ts'

export type BindingPush = { instanceId: string; key: string; headers: Partial<WebhookHeaders>; body: Uint8Array }

const idPattern = /^[\x21-\x7e]{1,200}$/
/** Compared with where there is no binding, so that its absence takes as long to say. */
const nobodysSecret = 'a secret that nobody has'

/**
 * A value pushed from outside to a webhook binding (S4-23). Signed as Standard Webhooks says; the body is the value as
 * JSON. A message that comes again, by its webhook-id, gets the first answer and changes nothing. Who cannot sign
 * learns nothing, not even whether there is such a binding.
 */
export async function pushBinding(
  deps: RuntimeDeps,
  { instanceId, key, headers, body }: BindingPush,
): Promise<{ revision: number; changeId: string }> {
  const { id, timestamp, signature } = headers
  if (id === undefined || timestamp === undefined || signature === undefined || !idPattern.test(id)) {
    throw new AppError('BAD_USER_INPUT', {
      public: 'A push carries the headers webhook-id, webhook-timestamp and webhook-signature.',
    })
  }
  const found = await pushSecret(deps.pool, deps.secrets, instanceId, key)
  const isSigned = verifyWebhook(found?.secret ?? nobodysSecret, { id, timestamp, signature }, body, new Date())
  if (!found || !isSigned) {
    throw new AppError('UNAUTHENTICATED', {
      public: 'There is no such binding, the signature is not right, or the message is more than 5 minutes old.',
    })
  }
  const outcome = await deps.queue.submit({
    tenantId: found.tenantId,
    instanceId,
    actorId: null,
    writerKind: null,
    asker: null,
    command: {
      type: 'BINDING_RESOLVED',
      match: { key, strategy: 'WEBHOOK' },
      value: parse(body),
      at: new Date().toISOString(),
    },
    changeId: newChangeId(),
    action: 'instance.binding-pushed',
    reason: `pushed to ${key}`,
    expectedRevision: null,
    key: { key: `push ${instanceId} ${key} ${id}`, inputHash: sha256Hex(body) },
  })
  const binding = outcome.state.bindings.find((binding) => binding.key === key)
  if (binding?.state === 'FAILING') {
    throw new AppError('SCHEMA_VIOLATION', {
      public: `The value ${binding.lastError}.`,
      details: { problems: [{ pointer: '', message: binding.lastError }] },
    })
  }
  return { revision: outcome.revision, changeId: outcome.changeId }
}

function parse(body: Uint8Array): Json {
  const value = requireJson(body, valueBounds, 'The body')
  const message = refuseValue(value)
  if (message === null) return value
  throw new AppError('BAD_USER_INPUT', {
    public: `The body ${message}.`,
    details: { problems: [{ pointer: '', message }] },
  })
}
