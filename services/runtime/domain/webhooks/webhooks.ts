import { deepEqualJson } from '../../../../kit/pure/json/json.ts'
import type { Condition, Json, JsonObject } from '../../../../schema/events.ts'

/** What an instance's owner can be told. AFTER_HOOK is asked for by the definition (domain/hooks.ts). */
export const webhookEvents = ['PROPS_CHANGED', 'ERROR', 'INTERACTION', 'AFTER_HOOK'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** The message that stands in a body: `type`, when it happened, and what, as Standard Webhooks has it. */
export type WebhookBody = { type: string; timestamp: string; data: JsonObject }

/** Something that is to be sent. One that has been told under the same `dedupeKey` before is left out. */
export type Outgoing = {
  tenantId: string
  instanceId: string
  /** Whose secret signs it: the instance's unless given. */
  signerId?: string
  event: WebhookEvent
  url: string
  body: WebhookBody
  dedupeKey?: string
}

/** An instance's `webhooks` by what they are for. */
const members: Record<Exclude<WebhookEvent, 'AFTER_HOOK'>, string> = {
  PROPS_CHANGED: 'onPropsChange',
  ERROR: 'onError',
  INTERACTION: 'onInteraction',
}

/** Where an instance wants to be told of it; null for nowhere. */
export function webhookUrl(webhooks: JsonObject, event: keyof typeof members): string | null {
  const url = webhooks[members[event]]
  return typeof url === 'string' ? url : null
}

type Subject = { id: string; tenantId: string; definitionTypeKey: string | null; webhooks: JsonObject }

/** A row of the log with what it needs of the state before and after it. */
export type LogRow = {
  revision: number
  changeId: string
  actorId: string | null
  at: string
  patch: JsonObject
  /** The conditions before it; null where it changed none. */
  conditionsBefore: Condition[] | null
  /** What was shown after it; null where that cannot be told any more. */
  effectiveProps: JsonObject | null
}

/** What a committed change is worth telling: what is shown, conditions that came or say something else, and a readiness of ERROR. */
export function outgoingOfChange(subject: Subject, row: LogRow): Outgoing[] {
  const { revision, changeId, actorId, at, patch } = row
  const base = { ...about(subject), revision, changeId, actorId }
  const outgoing: (Outgoing | null)[] = []
  if (patch['effectiveProps'] !== undefined) {
    const data = { ...base, patch: patch['effectiveProps'], effectiveProps: row.effectiveProps }
    outgoing.push(toOutgoing(subject, 'PROPS_CHANGED', { type: 'instance.props_changed', timestamp: at, data }))
  }
  const error = (data: JsonObject) =>
    outgoing.push(toOutgoing(subject, 'ERROR', { type: 'instance.error', timestamp: at, data: { ...base, ...data } }))
  for (const condition of newConditions(row))
    error({ source: 'condition', message: condition.message, condition: condition as unknown as Json })
  if (patch['readiness'] === 'ERROR')
    error({ source: 'readiness', message: 'A run has failed, and its flow is in ERROR.' })
  return outgoing.filter((one) => one !== null)
}

function newConditions({ patch, conditionsBefore }: LogRow): Condition[] {
  const after = (patch['conditions'] ?? []) as unknown as Condition[]
  const says = (condition: Condition) => ({ ...condition, since: '' }) as unknown as Json
  return after.filter(
    (condition) => !(conditionsBefore ?? []).some((before) => deepEqualJson(says(before), says(condition))),
  )
}

/** What a component said. */
export function outgoingOfInteraction(
  subject: Subject,
  said: { event: string; data: Json; changeId: string; actorId: string | null; at: string },
): Outgoing | null {
  const { at, ...data } = said
  return toOutgoing(subject, 'INTERACTION', {
    type: 'instance.interaction',
    timestamp: at,
    data: { ...about(subject), ...data },
  })
}

/**
 * An error that a screen reports. It says so with every report until it is over: the same error of the same screen at
 * the same revision is told once an hour.
 */
export function outgoingOfScreenError(
  subject: Subject,
  report: { device: string; revision: number | null; error: string; at: string },
): Outgoing | null {
  const { device, revision, error: message, at } = report
  const data = {
    ...about(subject),
    source: 'screen',
    message,
    device: device === '' ? null : device,
    shownRevision: revision,
  }
  const outgoing = toOutgoing(subject, 'ERROR', { type: 'instance.error', timestamp: at, data })
  return outgoing && { ...outgoing, dedupeKey: JSON.stringify(['screen', device, revision, at.slice(0, 13), message]) }
}

function toOutgoing(subject: Subject, event: keyof typeof members, body: WebhookBody): Outgoing | null {
  const url = webhookUrl(subject.webhooks, event)
  return url === null ? null : { tenantId: subject.tenantId, instanceId: subject.id, event, url, body }
}

const about = ({ id, definitionTypeKey }: Subject) => ({ instanceId: id, definitionTypeKey })

export const attemptsMax = 10
/** After a day of trying, or of waiting behind others that were tried, it is given up. */
export const expireAfterHours = 24
/** Answers in a row that did not come, or were the server's own failure, until its address is left alone for a while. */
export const breakerFailures = 5

/** What an attempt came to: an answer's status, or why there was none. `isOurs`: it was not even sent. */
export type Attempt = { status: number } | { error: string; isOurs?: boolean }

/**
 * What follows from it. Anything but 2xx is tried again; 410 says that nobody wants it any more. Only silence, 5xx and
 * 429 speak against the address as a whole.
 */
export function judgeAttempt(attempt: Attempt): {
  result: 'delivered' | 'failed' | 'refused'
  status: number | null
  error: string | null
  countsAgainstOrigin: boolean
} {
  if ('error' in attempt)
    return { result: 'failed', status: null, error: attempt.error, countsAgainstOrigin: attempt.isOurs !== true }
  const { status } = attempt
  if (status >= 200 && status < 300) return { result: 'delivered', status, error: null, countsAgainstOrigin: false }
  const error = `answers with status ${status}`
  if (status === 410) return { result: 'refused', status, error, countsAgainstOrigin: false }
  return { result: 'failed', status, error, countsAgainstOrigin: status >= 500 || status === 429 }
}
