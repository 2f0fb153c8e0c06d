import { readFileSync } from 'node:fs'
import { parseJson } from '../pure/json/parse-json.ts'

/** One issuer whose tokens are taken, as MARQUEE_OIDC names it. Roles and nodes are the services' words. */
export type OidcIssuer = {
  issuer: string
  audience: string
  /** Null: the issuer's discovery document names it. */
  jwksUri: string | null
  algorithms: readonly string[]
  clockSkewSeconds: number
  /** How long its keys are believed while they cannot be fetched again. */
  keysMaxAgeSeconds: number
  /** The claim that names a principal; theirs is `sub` otherwise. */
  nameClaim: string
  /** A claim whose value makes a principal another kind than HUMAN. */
  kinds: readonly { claim: string; value: string; kind: 'SERVICE' | 'AI' }[]
  roles: readonly { claim: string; value: string; role: string; nodeType: string; nodeId: string | null }[]
}

/** Those that sign with a private key: with HS256 whoever verifies could sign, and a public key be taken for a secret. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as const

/** JSON, or the path of a file that holds it. Throws an Error that says what is wrong and where. */
export function readOidcSettings(given: string): OidcIssuer[] {
  const text = /^\s*[[{]/.test(given) ? given : readFileSync(given, 'utf8')
  const parsed = parseJson(text, { depth: 8, nodes: 10_000, bytes: 1_048_576 })
  if (!parsed.ok) throw new Error(`it ${parsed.refusal.message}`)
  const { value } = parsed
  const issuers = (Array.isArray(value) ? value : [value]).map((each, index) => readIssuer(each, `/${index}`))
  const names = issuers.map(({ issuer }) => issuer)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Error(`the issuer ${twice} is there twice`)
  return issuers
}

function readIssuer(value: unknown, at: string): OidcIssuer {
  const read = reader(value, at, [
    ...['issuer', 'audience', 'jwksUri', 'algorithms', 'clockSkewSeconds', 'keysMaxAgeSeconds'],
    ...['nameClaim', 'kinds', 'roles'],
  ])
  const jwksUri = read.optionalText('jwksUri')
  const issuer = read.text('issuer')
  for (const address of [issuer, jwksUri])
    if (address !== null && !isSafeAddress(address))
      throw new Error(`${at}: ${address} must be an https address (http only for this machine itself)`)
  const named = read.list('algorithms')
  const wrong = named.find((name) => !algorithms.some((known) => known === name))
  if (named.length === 0 || wrong !== undefined)
    throw new Error(`${at}/algorithms must list some of ${algorithms.join(', ')}`)
  return {
    issuer,
    audience: read.text('audience'),
    jwksUri,
    algorithms: named as string[],
    clockSkewSeconds: read.number('clockSkewSeconds', 30, 0, 300),
    keysMaxAgeSeconds: read.number('keysMaxAgeSeconds', 86_400, 1, 2_592_000),
    nameClaim: read.optionalText('nameClaim') ?? 'name',
    kinds: read.list('kinds').map((each, index) => {
      const one = reader(each, `${at}/kinds/${index}`, ['claim', 'value', 'kind'])
      const kind = one.text('kind')
      if (kind !== 'SERVICE' && kind !== 'AI') throw new Error(`${at}/kinds/${index}/kind must be SERVICE or AI`)
      return { claim: one.text('claim'), value: one.text('value'), kind }
    }),
    roles: read.list('roles').map((each, index) => {
      const one = reader(each, `${at}/roles/${index}`, ['claim', 'value', 'role', 'nodeType', 'nodeId'])
      const nodeType = one.optionalText('nodeType') ?? 'TENANT'
      const nodeId = one.optionalText('nodeId')
      if ((nodeId === null) !== (nodeType === 'TENANT'))
        throw new Error(`${at}/roles/${index}: nodeId goes with every nodeType but TENANT, and with none`)
      return { claim: one.text('claim'), value: one.text('value'), role: one.text('role'), nodeType, nodeId }
    }),
  }
}

function reader(value: unknown, at: string, known: readonly string[]) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${at} must be an object`)
  const members = value as Record<string, unknown>
  const unknown = Object.keys(members).find((name) => !known.includes(name))
  if (unknown !== undefined) throw new Error(`${at}/${unknown} is no member: there are ${known.join(', ')}`)
  const optionalText = (name: string): string | null => {
    const given = members[name]
    if (given === undefined || given === null) return null
    if (typeof given !== 'string' || given === '') throw new Error(`${at}/${name} must be a text`)
    return given
  }
  return {
    optionalText,
    text(name: string): string {
      const given = optionalText(name)
      if (given === null) throw new Error(`${at}/${name} is missing`)
      return given
    },
    list(name: string): unknown[] {
      const given = members[name] ?? []
      if (!Array.isArray(given)) throw new Error(`${at}/${name} must be a list`)
      return given as unknown[]
    },
    number(name: string, fallback: number, min: number, max: number): number {
      const given = members[name] ?? fallback
      if (typeof given === 'number' && Number.isInteger(given) && given >= min && given <= max) return given
      throw new Error(`${at}/${name} must be a whole number from ${min} to ${max}`)
    },
  }
}

/** What is fetched from there decides who may do what: nobody on the way may change it. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, hash } = new URL(text)
  if (username || password || hash) return false
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
}
