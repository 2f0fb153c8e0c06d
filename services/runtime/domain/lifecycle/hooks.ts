import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import { isJsonObject, ownMember, pointerToken } from '../../../../kit/pure/json/json.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { parseJson, type JsonBounds } from '../../../../kit/pure/json/parse-json.ts'
import { lifecycleEvents, readLifecycleTemplate, type LifecycleEvent, type LifecycleRules } from './lifecycle.ts'
import type { Outgoing, WebhookBody } from '../webhooks/webhooks.ts'

/** Asked before a move, and may refuse it. */
export type BeforeHook = {
  url: string
  timeoutSeconds: number
  /** What no answer, or one that is no answer to the question, means. */
  onFailure: 'refuse' | 'continue'
}

/** Told after a move, at least once. */
export type AfterHook = { url: string }

/** By the event that they belong to. */
export type Hooks = {
  before: Partial<Record<LifecycleEvent, BeforeHook>>
  after: Partial<Record<LifecycleEvent, AfterHook>>
}

export const noHooks: Hooks = { before: {}, after: {} }

const timeoutSeconds = { fallback: 5, min: 1, max: 30 }
const urlLengthMax = 2000

/**
 * The `hooks` of a lifecycleTemplate: `{ "before": { "START": { "url": "https://..." } }, "after": { "ARCHIVE": ... } }`,
 * or every problem with its pointer.
 */
function readHooks(given: unknown): { hooks: Hooks; problems: Problem[] } {
  const hooks: Hooks = { before: {}, after: {} }
  const problems: Problem[] = []
  const problem = (pointer: string, message: string) => problems.push({ pointer, message })
  if (given === undefined) return { hooks, problems }
  if (!isJsonObject(given)) {
    problem('', 'must have `before` and `after`')
    return { hooks, problems }
  }
  for (const [time, byEvent] of Object.entries(given)) {
    const at = pointerToken(time)
    if (time !== 'before' && time !== 'after') problem(at, 'is not known: hooks are `before` or `after`')
    else if (!isJsonObject(byEvent)) problem(at, `must have members among ${lifecycleEvents.join(', ')}`)
    else {
      for (const [event, hook] of Object.entries(byEvent)) {
        const place = `${at}${pointerToken(event)}`
        if (!isEvent(event)) problem(place, `must be one of ${lifecycleEvents.join(', ')}`)
        else if (!isJsonObject(hook)) problem(place, 'must have a `url`')
        else if (time === 'before')
          hooks.before[event] = readBefore(hook, (member, message) => problem(place + member, message))
        else hooks.after[event] = readAfter(hook, (member, message) => problem(place + member, message))
      }
    }
  }
  return { hooks, problems }
}

/** All that a definition's lifecycleTemplate says: which moves it forbids, and whom it asks and tells. */
export function readTemplate(template: JsonObject): { lifecycle: LifecycleRules; hooks: Hooks } {
  const rules = readLifecycleTemplate(template)
  const { hooks, problems } = readHooks(template['hooks'])
  if (problems.length === 0) return { lifecycle: rules, hooks }
  const own = problems.map((problem) => ({ ...problem, pointer: `/hooks${problem.pointer}` }))
  return { lifecycle: { ok: false, problems: rules.ok ? own : [...rules.problems, ...own] }, hooks: noHooks }
}

type Report = (member: string, message: string) => void

function readBefore(hook: JsonObject, report: Report): BeforeHook {
  const { url, timeoutSeconds: seconds = timeoutSeconds.fallback, onFailure = 'refuse', ...unknown } = hook
  refuseUnknown(unknown, report)
  if (
    typeof seconds !== 'number' ||
    !Number.isInteger(seconds) ||
    seconds < timeoutSeconds.min ||
    seconds > timeoutSeconds.max
  ) {
    report('/timeoutSeconds', `must be a whole number from ${timeoutSeconds.min} to ${timeoutSeconds.max}`)
  }
  if (onFailure !== 'refuse' && onFailure !== 'continue') report('/onFailure', 'must be refuse or continue')
  return {
    url: readUrl(url, report),
    timeoutSeconds: Number(seconds),
    onFailure: onFailure === 'continue' ? 'continue' : 'refuse',
  }
}

function readAfter(hook: JsonObject, report: Report): AfterHook {
  const { url, ...unknown } = hook
  refuseUnknown(unknown, report)
  return { url: readUrl(url, report) }
}

const refuseUnknown = (unknown: JsonObject, report: Report) =>
  Object.keys(unknown).forEach((member) => report(pointerToken(member), 'is not known'))

function readUrl(url: unknown, report: Report): string {
  const parsed = typeof url === 'string' && url.length <= urlLengthMax ? URL.parse(url) : null
  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:'))
    report('/url', 'must be an http or https URL')
  return String(url)
}

const isEvent = (text: string): text is LifecycleEvent => (lifecycleEvents as readonly string[]).includes(text)

/** A move of one instance that is about to be made, or has been. */
export type Move = { state: InstanceState; event: LifecycleEvent; from: string; to: string }

/** Who wants it, and why. */
export type MoveCause = { instanceId: string; changeId: string; actorId: string | null; reason: string | null }

/** What a hook is told of a move; `state` is the instance before it, or after it. */
export function hookBody(
  time: 'before' | 'after',
  { state, event, from, to }: Move,
  cause: MoveCause,
  at: string,
): WebhookBody {
  return {
    type: `instance.${time}_${event.toLowerCase()}`,
    timestamp: at,
    data: {
      instanceId: state.id,
      definitionTypeKey: state.definitionTypeKey,
      name: state.name,
      event,
      from,
      to,
      // The instance that was asked to move; another one where this one follows it.
      causedBy: cause.instanceId,
      changeId: cause.changeId,
      actorId: cause.actorId,
      reason: cause.reason,
      config: state.config,
      metadata: state.metadata,
      props: state.effectiveProps,
    },
  }
}

/** The message of a move's after hook; null where its definition has none. */
export function outgoingOfMove(hooks: Hooks, move: Move, cause: MoveCause, at: string): Outgoing | null {
  const hook = hooks.after[move.event]
  const { tenantId, id: instanceId, definitionId } = move.state
  if (!hook) return null
  return {
    tenantId,
    instanceId,
    signerId: definitionId ?? instanceId,
    event: 'AFTER_HOOK',
    url: hook.url,
    body: hookBody('after', move, cause, at),
  }
}

const saidLengthMax = 300
const answerBounds: JsonBounds = { depth: 32, nodes: 10_000, bytes: 256 * 1024 }

/**
 * What a before hook's answer means: null lets the move happen, a text says why not. 2xx is yes, 4xx is no, whatever
 * onFailure says; everything else is a failure of the hook itself.
 */
export function judgeHook(
  hook: BeforeHook,
  answer: { status: number; body: string } | { error: string },
): string | null {
  if ('error' in answer) return hook.onFailure === 'continue' ? null : `its hook ${answer.error}`
  const { status, body } = answer
  if (status >= 200 && status < 300) return null
  if (status >= 400 && status < 500) return messageIn(body) ?? `its hook answers with status ${status}`
  return hook.onFailure === 'continue' ? null : `its hook answers with status ${status}`
}

/** A refusal may say why: `{ "message": "..." }`. */
function messageIn(body: string): string | null {
  const parsed = parseJson(body, answerBounds, 'NEAREST')
  const message = parsed.ok && isJsonObject(parsed.value) ? ownMember(parsed.value, 'message') : null
  return typeof message === 'string' && message !== ''
    ? message.slice(0, saidLengthMax).toWellFormed().replaceAll('\0', '')
    : null
}
