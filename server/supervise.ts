import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fullJitter } from '../kit/pure/time/backoff.ts'
import { EXIT_UNUSABLE } from '../kit/shutdown.ts'

/*
 * `npm start`: runs the program as a child and starts it again when it ends by a bug or is killed. It passes signals on
 * and ends as the child does. The child has a process group of its own, so that Ctrl-C reaches it through us alone, and a
 * channel to us, by whose end it knows that we are gone. Containers have a supervisor of their own: they run main.ts.
 */

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const backoff = { baseMs: 500, capMs: 10_000 }
/** A child that ran this long was well: the next failure is the first. */
const calmMs = 60_000

let child: ChildProcess | null = null
let pause: NodeJS.Timeout | undefined
let isStopping = false
let failures = 0

function launch(): void {
  const startedAt = performance.now()
  const started = spawn(process.execPath, [...process.execArgv, main], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  child = started
  // A child that could not be started has no exit event.
  started.once('error', (error) => ended(null, null, error.message))
  started.once('exit', (code, signal) => ended(code, signal, `it ended with ${signal ?? code}`))

  function ended(code: number | null, signal: NodeJS.Signals | null, how: string): void {
    if (child !== started) return
    child = null
    if (isStopping || code === 0 || code === EXIT_UNUSABLE)
      return process.exit(code ?? (signal === null ? EXIT_UNUSABLE : 0))
    if (performance.now() - startedAt > calmMs) failures = 0
    // At least a little: what it left behind has to be let go.
    const waitMs = 100 + fullJitter(failures++, backoff)
    say(`Marquee ended by itself (${how}); it is started again in ${(waitMs / 1000).toFixed(1)} s.`)
    pause = setTimeout(launch, waitMs)
  }
}

for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isStopping = true
    clearTimeout(pause)
    if (child === null) process.exit(0)
    else child.kill(signal)
  })
}

// The terminal may be gone before we are.
process.stderr.on('error', () => {})
const say = (text: string) => process.stderr.write(`${text}\n`)

launch()
