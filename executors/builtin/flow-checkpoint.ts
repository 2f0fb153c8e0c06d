import type { Executor } from '../executor.ts'

/**
 * Does nothing and succeeds: a point that flows downstream wait for. It starts when everything upstream of it is
 * fresh, so one flow that depends on it depends on all of them.
 */
export const executor: Executor = {
  codeRef: 'flow.checkpoint',
  outputsSchema: {
    type: 'object',
    properties: { passed: { type: 'array', items: { type: 'string' } } },
    required: ['passed'],
  },
  run: async ({ upstreams }) => ({ outputs: { passed: upstreams.map(({ flowId }) => flowId) } }),
}
