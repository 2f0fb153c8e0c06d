import { defaultMemoryMb, defaultTimeoutMs } from '../../../../executors/run-isolated.ts'

/** The most that any run of the installation may take. */
export type RunLimitsMax = { timeoutSecondsMax: number; memoryMbMax: number }

/** What a run of a flow may take: what its template says, but never more than the installation lets it have by now. */
export function runLimits(
  flow: { timeoutSeconds: number | null; memoryMb: number | null },
  { timeoutSecondsMax, memoryMbMax }: RunLimitsMax,
): { timeoutMs: number; memoryMb: number } {
  const timeoutMs = flow.timeoutSeconds === null ? defaultTimeoutMs : flow.timeoutSeconds * 1000
  return {
    timeoutMs: Math.min(timeoutMs, timeoutSecondsMax * 1000),
    memoryMb: Math.min(flow.memoryMb ?? defaultMemoryMb, memoryMbMax),
  }
}
