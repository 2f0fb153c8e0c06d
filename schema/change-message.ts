import type { ChangeEvent, InstanceState, JsonObject } from './events.ts'
import { parseOwnJson } from '../kit/pure/json/parse-json.ts'

/** What a screen shows of a change: the texts are JSON that goes into answers as it is, never parsed on the way. */
export type DisplayPayload = {
  lifecycle: string
  bundleUrl: string | null
  runtime: string
  /** The effective props. */
  propsText: string
  /** Merge patch over the effective props; null where they did not change. */
  patchText: string | null
  /** Whether the change has a patch at all. */
  hasPatch: boolean
}

type Head = Omit<ChangeEvent, 'patch' | 'state'> & { face: Omit<DisplayPayload, 'propsText' | 'patchText'> }
type Rest = { patch: JsonObject | null; state: Omit<InstanceState, 'effectiveProps'> }

/*
 * Four lines of JSON (which has no line breaks of its own): what every reader needs; the patch of the effective props,
 * empty where there is none; the effective props; the rest. A gateway with ten thousand screens reads the first line
 * of ten thousand messages and passes the next two on.
 */

export function writeChange({ patch, state, ...head }: ChangeEvent): string {
  const { effectiveProps, ...restOfState } = state
  const { effectiveProps: propsPatch, ...restOfPatch } = patch ?? {}
  const { lifecycle, bundleUrl, runtime } = state
  const first: Head = { ...head, face: { lifecycle, bundleUrl, runtime, hasPatch: patch !== null } }
  const rest: Rest = { patch: patch === null ? null : restOfPatch, state: restOfState }
  const patchText = propsPatch === undefined ? '' : JSON.stringify(propsPatch)
  return `${JSON.stringify(first)}\n${patchText}\n${JSON.stringify(effectiveProps)}\n${JSON.stringify(rest)}`
}

/** `patch` and `state` are parsed when somebody asks for them. */
export function readChange(message: string): ChangeEvent & { readonly face: DisplayPayload } {
  const first = message.indexOf('\n')
  const second = message.indexOf('\n', first + 1)
  const third = message.indexOf('\n', second + 1)
  if (first < 0 || second < 0 || third < 0) throw new SyntaxError('A change has four lines.')
  const { face, ...head } = parseOwnJson(message.slice(0, first)) as Head
  const patchText = message.slice(first + 1, second) || null
  const propsText = message.slice(second + 1, third)
  let rest: ChangeEvent | undefined
  const parsed = (): ChangeEvent => (rest ??= restOf(message.slice(third + 1)))
  const restOf = (text: string): ChangeEvent => {
    const { patch, state } = parseOwnJson(text) as Rest
    const propsPatch: JsonObject = patchText === null ? {} : { effectiveProps: parseOwnJson(patchText) as JsonObject }
    const effectiveProps = parseOwnJson(propsText) as JsonObject
    return { ...head, patch: patch && { ...patch, ...propsPatch }, state: { ...state, effectiveProps } }
  }
  return {
    ...head,
    face: { ...face, propsText, patchText },
    get patch() {
      return parsed().patch
    },
    get state() {
      return parsed().state
    },
  }
}

/** The face of a change or state that did not come as a message. */
export function displayPayloadOf(
  state: Pick<InstanceState, 'lifecycle' | 'bundleUrl' | 'runtime' | 'effectiveProps'>,
  patch: JsonObject | null,
): DisplayPayload {
  const { lifecycle, bundleUrl, runtime, effectiveProps } = state
  const propsPatch = patch?.['effectiveProps']
  const patchText = propsPatch === undefined ? null : JSON.stringify(propsPatch)
  return {
    lifecycle,
    bundleUrl,
    runtime,
    propsText: JSON.stringify(effectiveProps),
    patchText,
    hasPatch: patch !== null,
  }
}
