import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'

/** What a wave takes of the instances that no earlier one has: a share of all, a number, or those with a tag. */
export type Wave = { percent?: number | null; count?: number | null; tag?: string | null }

/** Every problem of the waves and bounds of a rollout, with its pointer into the input. */
export function checkWaves(
  waves: readonly Wave[],
  { failedPercent, waveTimeoutSeconds }: { failedPercent: number | null; waveTimeoutSeconds: number },
  wavesMax: number,
): Problem[] {
  const problems: Problem[] = []
  const problem = (pointer: string, message: string) => problems.push({ pointer, message })
  if (waves.length > wavesMax) problem('/waves', `has more than ${wavesMax} waves`)
  for (const [index, { percent, count, tag }] of waves.entries()) {
    const at = `/waves/${index}`
    if ([percent, count, tag].filter((given) => given != null).length !== 1)
      problem(at, 'must say one of percent, count and tag')
    if (percent != null && (percent < 1 || percent > 100)) problem(`${at}/percent`, 'must be 1 to 100')
    if (count != null && count < 1) problem(`${at}/count`, 'must be at least 1')
    if (tag === '') problem(`${at}/tag`, 'must not be empty')
  }
  if (failedPercent !== null && (failedPercent < 1 || failedPercent > 100))
    problem('/abortWhen/failedPercent', 'must be 1 to 100')
  if (waveTimeoutSeconds < 1 || waveTimeoutSeconds > 86_400)
    problem('/waveTimeoutSeconds', 'must be 1 to 86400, one day')
  return problems
}

/**
 * The instances of each wave, in the order given. `tagged`: who carries a tag. A share is of all instances, rounded up.
 * What is left after the last wave is one more. Waves that find nobody are left out.
 */
export function assignWaves(
  ids: readonly string[],
  waves: readonly Wave[],
  tagged: (tag: string) => ReadonlySet<string>,
): string[][] {
  let left = [...ids]
  const assigned = waves.map(({ percent, count, tag }) => {
    const carriers = tag == null ? null : tagged(tag)
    const size = count ?? Math.ceil((ids.length * (percent ?? 0)) / 100)
    const taken = carriers ? left.filter((id) => carriers.has(id)) : left.slice(0, size)
    const gone = new Set(taken)
    left = left.filter((id) => !gone.has(id))
    return taken
  })
  return [...assigned, left].filter((wave) => wave.length > 0)
}

export type WaveTally = { size: number; settled: number; failed: number }

/** What becomes of a rollout when its present wave stands like this. A wave goes on until all of it is settled. */
export function judgeWave(
  { size, settled, failed }: WaveTally,
  { failedPercent, isLast }: { failedPercent: number | null; isLast: boolean },
): 'WAIT' | 'NEXT' | 'DONE' | 'ABORT' {
  if (failedPercent !== null && failed > 0 && failed * 100 >= failedPercent * size) return 'ABORT'
  if (settled < size) return 'WAIT'
  return isLast ? 'DONE' : 'NEXT'
}
