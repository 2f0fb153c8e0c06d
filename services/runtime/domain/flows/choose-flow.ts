import { refuse, type Refusal } from '../state/refusal.ts'

/**
 * The flow that is meant: the named one, or the only one. FLOW_REQUIRED where there are several and none is named;
 * both refusals say which there are.
 */
export function chooseFlow<Flow extends { name: string }>(
  flows: readonly Flow[],
  name: string | null | undefined,
): { ok: true; flow: Flow } | { ok: false; refusal: Refusal } {
  const allowed = flows.map((flow) => flow.name)
  if (name != null) {
    const flow = flows.find((each) => each.name === name)
    const problems = [
      {
        pointer: '/flow',
        message: allowed.length === 0 ? 'names no flow: the instance has none' : `must be one of ${allowed.join(', ')}`,
      },
    ]
    return flow
      ? { ok: true, flow }
      : refuse('BAD_USER_INPUT', `The instance has no flow "${name}".`, { problems, allowed })
  }
  const [only] = flows
  if (only === undefined)
    return refuse('BAD_USER_INPUT', 'The instance has no flows: there is nothing to run.', {
      problems: [{ pointer: '/instanceId', message: 'has no flows' }],
    })
  return flows.length === 1
    ? { ok: true, flow: only }
    : refuse('FLOW_REQUIRED', 'The instance has several flows: name one.', { allowed })
}
