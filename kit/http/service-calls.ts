import { createSigner, createVerifier } from 'fast-jwt'
import { sha256Hex } from '../pure/ids/hash.ts'

/** The parts of an installation that others call. */
export type Service = 'catalogue' | 'runtime' | 'placement'

export type ServiceCalls = {
  /** What a call to that service carries. */
  headersTo(service: Service): Record<string, string>
  /** Whether a request with these headers was made by a part of this installation, to that service. */
  isFromPart(service: Service, headers: Readonly<Record<string, string | string[] | undefined>>): boolean
}

const header = 'x-marquee-call'
const issuer = 'marquee-part'
/** An assertion is used for half of its life, and clocks may differ by the tolerance. */
const lifeMs = 10 * 60_000
const toleranceSeconds = 5 * 60
const verifiedMax = 100

/**
 * Short-lived signed assertions by which the parts of an installation know one another: HS256 under a key of their own
 * derived from the installation's secrets, one audience for each service. The first secret signs, all verify. Who the
 * viewer is travels beside it, in the credential that the viewer sent.
 */
export function createServiceCalls(secrets: readonly string[], now: () => number = Date.now): ServiceCalls {
  const keys = secrets.map((secret) => sha256Hex(`service calls ${secret}`))
  const issued = new Map<Service, { until: number; headers: Record<string, string> }>()
  const verifiers = new Map<string, (token: string) => unknown>()
  const verify = (service: Service, index: number, key: string) => {
    const name = `${service} ${index}`
    const known = verifiers.get(name)
    if (known) return known
    const made = createVerifier({
      key,
      algorithms: ['HS256'],
      allowedIss: issuer,
      allowedAud: service,
      requiredClaims: ['exp'],
      clockTolerance: toleranceSeconds * 1000,
      cache: verifiedMax,
    })
    verifiers.set(name, made)
    return made
  }
  return {
    headersTo(service) {
      const known = issued.get(service)
      if (known && now() < known.until) return known.headers
      const [key = ''] = keys
      const sign = createSigner({ key, algorithm: 'HS256', iss: issuer, aud: service, noTimestamp: true })
      const headers = { [header]: sign({ exp: Math.floor((now() + lifeMs) / 1000) }) }
      issued.set(service, { until: now() + lifeMs / 2, headers })
      return headers
    },
    isFromPart(service, headers) {
      const given = headers[header]
      if (typeof given !== 'string') return false
      return keys.some((key, index) => {
        try {
          verify(service, index, key)(given)
          return true
        } catch {
          return false
        }
      })
    },
  }
}
