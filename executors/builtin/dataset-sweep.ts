import path from 'node:path'
import { sweepVersions } from '../data/stores/retention.ts'
import { ExecutorError } from '../executor-error.ts'
import type { Executor } from '../executor.ts'

/** The id that the sweep's own question comes with; those of runs look different. */
const sweepId = 'sweep'
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string' && /^[A-Za-z0-9-]+$/.test(item)) : []

/** Deletes old versions of a dataset: those that `parameters` names. Only the server's own sweep may, no run. */
export const executor: Executor = {
  codeRef: 'dataset.sweep',
  outputsSchema: {
    type: 'object',
    properties: { deleted: { type: 'integer' }, unnamed: { type: 'array', items: { type: 'string' } } },
    required: ['deleted', 'unnamed'],
  },
  async run({ run, dataDir, parameters }) {
    if (run.id !== sweepId)
      throw new ExecutorError('BAD_CONFIG', 'Old versions are deleted by themselves: no run does it.')
    return {
      outputs: await sweepVersions(path.join(dataDir, run.instanceId), {
        versions: texts(parameters['versions']),
        parts: texts(parameters['parts']),
      }),
    }
  },
}
