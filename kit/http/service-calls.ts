import { createJwts, type Jwts } from '../jwts.ts'

const services = ['catalogue', 'runtime', 'placement'] as const
/** The parts of an installation that others call. */
export type Service = (typeof services)[number]

export type ServiceCalls = {
  /** What a call to that service carries. */
  headersTo(service: Service): Record<string, string>
  /** Whether a part of this installation made a request with these headers to that service. */
  isFromPart(service: Service, headers: Readonly<Record<string, string | string[] | undefined>>): boolean
}

type Call = { readonly jwts: Jwts<{ exp: number }>; until: number; headers: Record<string, string> }

const header = 'x-marquee-call'
const lifeMs = 10 * 60_000

/**
 * Short-lived assertions by which the parts of an installation know one another, one audience for each service. Each is
 * used for half of its life. Who the viewer is travels beside it, in the credential that the viewer sent.
 */
export function createServiceCalls(secrets: readonly string[], now: () => number = Date.now): ServiceCalls {
  const made = services.map((service) => {
    const jwts = createJwts<{ exp: number }>({
      purpose: 'service calls',
      secrets,
      issuer: 'marquee-part',
      audience: service,
      requiredClaims: ['exp'],
      toleranceMs: 5 * 60_000,
      verifiedMax: 100,
    })
    const call: Call = { jwts, until: 0, headers: {} }
    return [service, call]
  })
  const calls = Object.fromEntries(made) as Record<Service, Call>
  return {
    headersTo(service) {
      const call = calls[service]
      if (now() >= call.until) {
        call.headers = { [header]: call.jwts.sign({ exp: Math.floor((now() + lifeMs) / 1000) }) }
        call.until = now() + lifeMs / 2
      }
      return call.headers
    },
    isFromPart(service, headers) {
      const given = headers[header]
      return typeof given === 'string' && calls[service].jwts.read(given) !== null
    },
  }
}
