import type { Condition } from '../../../../schema/events.ts'

export type Health = 'HEALTHY' | 'DEGRADED' | 'UNHEALTHY'
export type HealthProblem = {
  severity: 'DEGRADED' | 'UNHEALTHY'
  source: 'LIFECYCLE' | 'READINESS' | 'PRESENCE' | 'CONDITION'
  message: string
}

/** What is asked of an instance to tell how it is. */
export type Vitals = {
  lifecycle: string
  desiredLifecycle: string
  readiness: string | null
  presence: string
  conditions: readonly Pick<Condition, 'type' | 'message'>[]
  /** Conditions that are observed on its screens. */
  screenProblems: readonly Pick<Condition, 'type' | 'message'>[]
}

/**
 * One word for a monitor, and why (S3-19, S3-56). Only what is ACTIVE has to do something: what is paused or at its end
 * is well while it is on nobody's way to anything else. UNHEALTHY: what it is for does not happen. DEGRADED: it happens, with
 * something that somebody should look at.
 */
export function healthOf(vitals: Vitals): {
  status: Health
  problems: HealthProblem[]
} {
  const { lifecycle, desiredLifecycle, readiness, presence, conditions, screenProblems } = vitals
  const problems: HealthProblem[] = []
  const problem = (severity: HealthProblem['severity'], source: HealthProblem['source'], message: string) =>
    problems.push({ severity, source, message })
  if (lifecycle !== desiredLifecycle)
    problem('DEGRADED', 'LIFECYCLE', `It is ${lifecycle} and wanted ${desiredLifecycle}.`)
  if (lifecycle === 'ACTIVE') {
    if (readiness === 'ERROR') problem('UNHEALTHY', 'READINESS', 'A flow has failed.')
    if (readiness === 'STALE') problem('DEGRADED', 'READINESS', 'A flow is not fresh.')
    if (presence === 'OFFLINE') problem('UNHEALTHY', 'PRESENCE', 'None of its screens is there.')
    if (presence === 'STALE') problem('DEGRADED', 'PRESENCE', 'Its screens have not been heard of lately.')
    for (const { type, message } of conditions) problem('DEGRADED', 'CONDITION', `${type}: ${message}`)
  }
  // A screen says what is wrong with it whatever the lifecycle is: a dark one may have lost its cable.
  for (const { type, message } of screenProblems)
    problem(type === 'ScreenBehind' ? 'DEGRADED' : 'UNHEALTHY', 'CONDITION', `${type}: ${message}`)
  const worst = problems.some(({ severity }) => severity === 'UNHEALTHY') ? 'UNHEALTHY' : 'DEGRADED'
  return { status: problems.length === 0 ? 'HEALTHY' : worst, problems }
}
