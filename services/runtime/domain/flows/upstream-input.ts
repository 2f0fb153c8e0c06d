import { refuse, type Refusal } from '../state/refusal.ts'

export type UpstreamInput = { instanceId: string; flow?: string | null; role?: string | null }

/** An upstream as it is to stand: a flow in a role. */
export type UpstreamSpec = { upstreamFlowId: string; role: string }

export const upstreamsMax = 50
const roleShape = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/

/** What is wrong with the list as such; whether the flows are there is for those who can look. */
export function upstreamProblems(upstreams: readonly UpstreamInput[]): { ok: true } | { ok: false; refusal: Refusal } {
  const problems =
    upstreams.length > upstreamsMax ? [{ pointer: '/upstreams', message: `has more than ${upstreamsMax} entries` }] : []
  for (const [index, { role }] of upstreams.entries()) {
    if (!roleShape.test(role ?? 'input'))
      problems.push({ pointer: `/upstreams/${index}/role`, message: 'must be a word of letters, digits, - and _' })
  }
  return problems.length > 0 ? refuse('BAD_USER_INPUT', 'The upstreams are not right.', { problems }) : { ok: true }
}

/** A flow that stands twice in one role is one too many. */
export function doubledUpstream(specs: readonly UpstreamSpec[]): number {
  return specs.findIndex(
    ({ upstreamFlowId, role }, index) =>
      specs.findIndex((other) => other.upstreamFlowId === upstreamFlowId && other.role === role) < index,
  )
}
