import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { runFaults, type RoundResult } from './round.ts'

// npm run faults -- [--faults N] [--seed S] [--subscribers N] [--negative] [--no-kiosk]

const { values } = parseArgs({
  options: {
    faults: { type: 'string' },
    seed: { type: 'string' },
    subscribers: { type: 'string', default: '500' },
    negative: { type: 'boolean', default: false },
    'no-kiosk': { type: 'boolean', default: false },
  },
})
const { negative } = values
const seed = Number(values.seed ?? randomInt(1_000_000))
const faults = Number(values.faults ?? (negative ? 4 : 40))
const subscribers = Number(values.subscribers)
const print = (line: string) => void process.stdout.write(`${line}\n`)
if (![seed, faults, subscribers].every(Number.isSafeInteger) || faults < 1 || subscribers < 1) {
  process.stderr.write('--faults, --seed and --subscribers are whole numbers.\n')
  process.exit(2)
}

print(
  `${faults} faults, seed ${seed}, ${subscribers} screens${negative ? ', gateways without gap check and sweep' : ''}`,
)
const started = performance.now()
const interrupted = new AbortController()
// Not once: a terminal and npm both pass a signal on, and the second must not end us while we clean up.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort())
const result = await runFaults({
  faults,
  seed,
  subscribers,
  negative,
  kiosk: !negative && !values['no-kiosk'],
  print,
  signal: interrupted.signal,
}).catch((error: unknown) => {
  if (!interrupted.signal.aborted) throw error
  process.stderr.write('Stopped.\n')
  process.exit(1)
})
const at = (share: number) =>
  result.recoveryMs[Math.min(result.recoveryMs.length - 1, Math.floor(result.recoveryMs.length * share))] ?? '-'
print('')
print(
  `${result.done} faults in ${Math.round((performance.now() - started) / 1000)} s (${result.skipped} skipped), seed ${seed}`,
)
print(
  `${result.writes} writes, ${result.acknowledged} of them acknowledged; ${result.frames} frames at ${subscribers} screens`,
)
print(`every screen right after healing: median ${at(0.5)} ms, p90 ${at(0.9)} ms, longest ${at(1)} ms`)
if (result.kioskRight !== null) print(`the page in the browser: right at rest ${result.kioskRight} times`)
print(`${result.wrongs.length} wrong, ${result.lostStates} of them lost states`)
process.exit((negative ? isSharp(result) : result.wrongs.length === 0) ? 0 : 1)

/** The control is worth something if unsafe gateways do well until something breaks, and are then found out. */
function isSharp({ soundWithoutFaults, lostStates }: RoundResult): boolean {
  if (!soundWithoutFaults) print('THE CONTROL IS VOID: the unsafe gateways are wrong without any fault')
  else if (lostStates === 0) print('THE CHECKER IS BLIND: it found no state that the unsafe gateways lost')
  else print('the checker finds what unsafe gateways lose')
  return soundWithoutFaults && lostStates > 0
}
