import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import { parseSemver } from '../../../../kit/pure/ids/semver.ts'

/** Free fields of an instance as a caller gives them, before anything is made of them. */
export type InstanceFields = {
  name?: string | null
  maxVersion?: string | null
  timeslot?: { start: string; end: string } | null
  webhooks?: { onPropsChange?: string | null; onError?: string | null; onInteraction?: string | null } | null
  idempotencyKey?: string | null
  expectedRevision?: number | null
}

const nameLengthMax = 200
const keyLengthMax = 200

/** Every problem with its pointer into the input; none for good fields. */
export function checkFields(fields: InstanceFields): Problem[] {
  const problems: Problem[] = []
  const problem = (pointer: string, message: string) => problems.push({ pointer, message })
  const { name, maxVersion, timeslot, webhooks, idempotencyKey, expectedRevision } = fields
  if (typeof name === 'string' && nameOf(name) === null)
    problem('/name', `must have 1 to ${nameLengthMax} characters, none of them a control or a change of direction`)
  if (typeof maxVersion === 'string' && parseSemver(maxVersion) === null)
    problem('/maxVersion', 'is not a semantic version')
  if (timeslot && timeslot.end <= timeslot.start) problem('/timeslot/end', 'must be after start')
  for (const [name, url] of Object.entries(webhooks ?? {})) {
    if (typeof url === 'string' && !isHttpUrl(url)) problem(`/webhooks/${name}`, 'must be an http or https URL')
  }
  if (
    typeof idempotencyKey === 'string' &&
    (idempotencyKey === '' || idempotencyKey.length > keyLengthMax || hasControls(idempotencyKey))
  ) {
    problem('/idempotencyKey', `must have 1 to ${keyLengthMax} characters and no control characters`)
  }
  if (typeof expectedRevision === 'number' && expectedRevision < 1) problem('/expectedRevision', 'must be at least 1')
  return problems
}

/**
 * The name as it is kept: without the space around it, in NFC. Null for one that cannot be: empty, too long, with
 * control characters or with the invisible ones that turn the direction of the text after them.
 */
export function nameOf(text: string): string | null {
  const name = text.trim().normalize('NFC')
  return name === '' || name.length > nameLengthMax || hasControls(name) || turnsDirection.test(name) ? null : name
}

const turnsDirection = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const hasControls = (text: string) => /[\u0000-\u001f\u007f]/.test(text) || !text.isWellFormed()

function isHttpUrl(text: string): boolean {
  const url = text.length <= 2000 && URL.parse(text)
  return url !== false && url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
}
