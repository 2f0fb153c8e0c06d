import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { operators } from '../kit/pure/expression/operators/operators.ts'
import { codeRefOfOperator } from '../schema/operator-configs.ts'
import { optimizers } from '../schema/portfolio-configs.ts'
import type { Executor } from './executor.ts'
import { ExecutorError } from './executor-error.ts'
import { ownMember } from '../kit/pure/json/json.ts'

type BuiltIn = {
  load(): Promise<{ executor: Executor }>
  /** It waits for nothing, reads nothing and has nothing to compute: it needs no process, and many run at once. */
  isLight?: true
  /** It reads from addresses; no other has a network. */
  usesNetwork?: true
}

/** Executors that one file brings, loaded together when the first of them is asked for. */
const family = (
  codeRefs: readonly string[],
  load: () => Promise<{ executors: ReadonlyMap<string, Executor> }>,
): Record<string, BuiltIn> =>
  Object.fromEntries(
    codeRefs.map((codeRef) => [
      codeRef,
      { load: async () => ({ executor: (await load()).executors.get(codeRef) as Executor }) },
    ]),
  )

/** The executors that Marquee brings. A line per file; nothing of it is loaded before a run asks for it (S1-23). */
const builtIn: Readonly<Record<string, BuiltIn>> = {
  'backtest.fixed': { load: () => import('./builtin/backtest-fixed.ts') },
  'dataset.preview': { load: () => import('./builtin/dataset-preview.ts') },
  'dataset.refresh': { load: () => import('./builtin/dataset-refresh.ts') },
  'dataset.sweep': { load: () => import('./builtin/dataset-sweep.ts') },
  'expression.preview': { load: () => import('./builtin/expression-preview.ts') },
  'flow.checkpoint': { load: () => import('./builtin/flow-checkpoint.ts'), isLight: true },
  'table.export': { load: () => import('./builtin/table-export.ts') },
  ...family(operators.map(codeRefOfOperator), () => import('./builtin/expression-operator.ts')),
  ...family(
    optimizers.map(({ codeRef }) => codeRef),
    () => import('./builtin/portfolio.ts'),
  ),
  'ml.linear': { load: () => import('./builtin/ml-linear.ts') },
  'http.fetch-json': { load: () => import('./builtin/http-fetch-json.ts'), usesNetwork: true },
}

/** Whether runs of this codeRef take no process and hardly any time, so that a worker takes on many at once. */
export const isLight = (codeRef: string | null): boolean =>
  codeRef !== null && ownMember(builtIn, codeRef)?.isLight === true

export const usesNetwork = (codeRef: string): boolean => ownMember(builtIn, codeRef)?.usesNetwork === true

const codeRefShape = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/
const endings = ['.ts', '.mjs', '.js']

export type ExecutorOrigin = { kind: 'built-in' } | { kind: 'supplied'; file: string }

/** Who supplies a codeRef, found without loading any of it; null where nobody does. */
export function originOf(codeRef: string, suppliedDir: string | null): ExecutorOrigin | null {
  if (Object.hasOwn(builtIn, codeRef)) return { kind: 'built-in' }
  // A codeRef of this shape is a file name and no path: it cannot lead out of the folder.
  if (suppliedDir === null || codeRef.length > 200 || !codeRefShape.test(codeRef)) return null
  const file = endings
    .map((ending) => path.join(suppliedDir, codeRef + ending))
    .find((candidate) => existsSync(candidate))
  return file === undefined ? null : { kind: 'supplied', file: realpathSync(file) }
}

/**
 * The executor behind a codeRef, loaded now and only now. Called in the process that runs it, in the server for light ones only.
 * Throws UNKNOWN_CODE_REF, or EXECUTOR_FAILED for a file that does not export one.
 */
export async function resolveExecutor(codeRef: string, suppliedDir: string | null): Promise<Executor> {
  const origin = originOf(codeRef, suppliedDir)
  if (origin === null) throw unknownCodeRef(codeRef)
  if (origin.kind === 'built-in') return (await ownMember(builtIn, codeRef)!.load()).executor
  const module = (await import(pathToFileURL(origin.file).href)) as Record<string, unknown>
  const executor = module['executor'] ?? module['default']
  if (!isExecutor(executor)) {
    throw new ExecutorError(
      'EXECUTOR_FAILED',
      `The file of ${codeRef} must export an executor: { codeRef, outputsSchema, run }.`,
    )
  }
  if (executor.codeRef !== codeRef) {
    throw new ExecutorError(
      'EXECUTOR_FAILED',
      `The file of ${codeRef} exports the executor ${executor.codeRef}: name the file after it.`,
    )
  }
  return executor
}

export function unknownCodeRef(codeRef: string): ExecutorError {
  return new ExecutorError('UNKNOWN_CODE_REF', `No executor is called ${codeRef}.`, {
    details: { codeRef, builtIn: builtInCodeRefs },
  })
}

export const builtInCodeRefs = Object.keys(builtIn)

function isExecutor(value: unknown): value is Executor {
  if (typeof value !== 'object' || value === null) return false
  const { codeRef, outputsSchema, run } = value as Partial<Record<keyof Executor, unknown>>
  return (
    typeof codeRef === 'string' &&
    typeof outputsSchema === 'object' &&
    outputsSchema !== null &&
    typeof run === 'function'
  )
}
