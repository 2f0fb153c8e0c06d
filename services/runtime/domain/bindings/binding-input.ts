import { assertNever } from '../../../../kit/pure/assert-never.ts'
import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { BindingSource, BindingStrategy } from '../../../../schema/enums.ts'
import type { BindingState } from '../../../../schema/events.ts'
import { partProblem, splitPath } from './binding-path.ts'
import { JSON_DEPTH, parseLiteral } from './binding-value.ts'

export type BindingInput = {
  key: string
  source: BindingSource
  path: string
  strategy?: BindingStrategy | null
  intervalSeconds?: number | null
  url?: string | null
  secret?: string | null
}

/** A binding as somebody wants it, checked; what it shows is another matter. */
export type BindingSpec = Pick<
  BindingState,
  'key' | 'source' | 'path' | 'address' | 'strategy' | 'intervalSeconds' | 'url'
>

export const bindingsMax = 50
const keyCharactersMax = 100
const pathCharactersMax = 2000
const intervalSecondsMax = 86_400
const secretCharacters = { min: 16, max: 200 }
const kvKeyCharactersMax = 200
const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Which strategies make sense for which source (model R27, R28). */
const strategies: Record<BindingSource, readonly BindingStrategy[]> = {
  // A key is followed whatever the strategy says: its writes are ours to tell, so nothing has to be asked for.
  KV: ['STATIC', 'POLL', 'DURABLE'],
  API: ['STATIC', 'POLL', 'SSE', 'WEBHOOK'],
  DO: ['STATIC', 'POLL', 'DURABLE'],
  // With WEBHOOK the literal is what is shown until the first push.
  STATIC: ['STATIC', 'WEBHOOK'],
}

/**
 * What the caller's list means, with the secrets aside, and every problem with its pointer into the input. `hasSecret`
 * says for which keys an earlier secret may be kept.
 */
export function parseBindings(
  inputs: readonly BindingInput[],
  { hasSecret }: { hasSecret: (key: string) => boolean },
): { specs: BindingSpec[]; secrets: Map<string, string>; problems: Problem[] } {
  const problems: Problem[] = []
  const secrets = new Map<string, string>()
  const specs: BindingSpec[] = []
  if (inputs.length > bindingsMax)
    problems.push({ pointer: '/bindings', message: `has more than ${bindingsMax} bindings` })
  const keys = new Set<string>()
  for (const [index, input] of inputs.slice(0, bindingsMax).entries()) {
    const problem = (member: string, message: string) =>
      problems.push({ pointer: `/bindings/${index}/${member}`, message })
    const { key, source, path } = input
    const strategy = input.strategy ?? (source === 'DO' ? 'DURABLE' : 'STATIC')
    if (key === '' || key.length > keyCharactersMax || unsafeKeys.has(key) || !isText(key))
      problem('key', 'must be the name of a top-level prop')
    if (keys.has(key)) problem('key', 'is bound twice')
    keys.add(key)
    const allowed = strategies[source]
    if (!allowed.includes(strategy))
      problem('strategy', `must be one of ${allowed.join(', ')} for the source ${source}`)
    checkOptions(input, strategy, hasSecret, problem)
    const address = checkPath(source, path, problem)
    const url = input.url ? canonicalUrl(input.url) : null
    if (typeof input.secret === 'string') secrets.set(key, input.secret)
    specs.push({
      key,
      source,
      path,
      address: (strategy === 'SSE' ? url : null) ?? address,
      strategy,
      intervalSeconds: input.intervalSeconds ?? null,
      url,
    })
  }
  return { specs, secrets, problems }
}

type Report = (member: string, message: string) => void

function checkOptions(
  input: BindingInput,
  strategy: BindingStrategy,
  hasSecret: (key: string) => boolean,
  problem: Report,
): void {
  const { intervalSeconds, url, secret, key } = input
  if (strategy === 'POLL') {
    const fits = typeof intervalSeconds === 'number' && intervalSeconds >= 1 && intervalSeconds <= intervalSecondsMax
    if (!fits) problem('intervalSeconds', `must be 1 to ${intervalSecondsMax} for the strategy POLL`)
  } else if (intervalSeconds != null) problem('intervalSeconds', 'belongs to the strategy POLL')
  if (url != null && strategy !== 'SSE') problem('url', 'belongs to the strategy SSE')
  else if (url != null && canonicalUrl(url) === null) problem('url', 'must be an http or https URL without credentials')
  if (strategy !== 'WEBHOOK') {
    if (secret != null) problem('secret', 'belongs to the strategy WEBHOOK')
  } else if (secret == null) {
    if (!hasSecret(key)) problem('secret', 'is required for the strategy WEBHOOK')
  } else if (secret.length < secretCharacters.min || secret.length > secretCharacters.max || !isText(secret)) {
    problem('secret', `must have ${secretCharacters.min} to ${secretCharacters.max} characters`)
  }
}

/** The address that a path stands for; reports what is wrong with either part. */
function checkPath(source: BindingSource, path: string, problem: Report): string {
  if (source === 'STATIC') {
    if (parseLiteral(path) === undefined) problem('path', `must be JSON, at most ${JSON_DEPTH} levels deep`)
    return path
  }
  const parts = splitPath(path)
  const { address } = parts
  if (path.length > pathCharactersMax || !isText(path))
    problem('path', `must have at most ${pathCharactersMax} characters and no control characters`)
  const wrongPart = partProblem(parts)
  if (wrongPart !== null) problem('path', wrongPart)
  switch (source) {
    case 'KV': {
      const wrong = kvKeyProblem(address)
      if (wrong !== null) problem('path', `names a key that ${wrong}`)
      return address
    }
    case 'DO':
      if (!matchesId('inst', 8, address))
        problem('path', "must be the id of an instance, such as 'inst-a1b2c3d4#/title'")
      return address
    case 'API': {
      const url = canonicalUrl(address)
      if (url === null) problem('path', 'must be an http or https URL without credentials')
      return url ?? address
    }
    default:
      return assertNever(source)
  }
}

/** Why there can be no such key, as a sentence's end; null for a good one. '#' begins the pointer of a binding's path. */
export const kvKeyProblem = (key: string): string | null =>
  key !== '' && key.length <= kvKeyCharactersMax && !key.includes('#') && isText(key)
    ? null
    : `must have 1 to ${kvKeyCharactersMax} characters, no '#' and no control characters`

/** One spelling for every way to write an address, so that all who mean it share one poll. */
function canonicalUrl(text: string): string | null {
  const url = text.length <= pathCharactersMax ? URL.parse(text) : null
  if (
    url === null ||
    (url.protocol !== 'http:' && url.protocol !== 'https:') ||
    url.username !== '' ||
    url.password !== ''
  )
    return null
  url.hash = ''
  return url.href
}

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const isText = (text: string) => !/[\u0000-\u001f\u007f]/.test(text) && text.isWellFormed()
