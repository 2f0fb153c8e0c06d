import { spawn, type ChildProcess } from 'node:child_process'

/** A process of Marquee that is killed and comes back on its port. */
export type Part = {
  readonly name: string
  readonly port: number
  /** Starts it, and waits until it says that it is ready. */
  start(): Promise<void>
  kill(): Promise<void>
  /** Kills it for good: a fault that is still being undone must not start it again. */
  close(): Promise<void>
  /** As an operator would: SIGTERM, and what does not end within 20 s is killed. False where that was needed. */
  stop(): Promise<boolean>
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
  /** How often it ended without being told to, with the end of its output. */
  crashes(): string[]
}

const readyWithinMs = 60_000
const stopWithinMs = 20_000
const outputMax = 200_000

export function createPart(options: { name: string; entry: string; port: number; env: Record<string, string> }): Part {
  const { name, port } = options
  const crashes: string[] = []
  let child: ChildProcess | null = null
  let closed = false
  let output = ''

  async function launch(): Promise<void> {
    if (closed) throw new Error(`${name} is closed`)
    const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...options.env, PORT: String(port) }
    const started = spawn(process.execPath, [options.entry], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    child = started
    output = ''
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`${name} is not ready within ${readyWithinMs} ms:\n${output}`)),
        readyWithinMs,
      )
      const read = (chunk: Buffer) => {
        output = (output + chunk.toString()).slice(-outputMax)
        if (/"msg":"ready"/.test(output)) resolve(clearTimeout(late))
      }
      started.stdout.on('data', read)
      started.stderr.on('data', read)
      started.once('exit', (code, signal) => {
        clearTimeout(late)
        reject(new Error(`${name} ended with ${code ?? signal}:\n${output.slice(-2000)}`))
        // `child` is emptied before every end that was asked for.
        if (child === started) crashes.push(`${name} ended by itself with ${code ?? signal}:\n${output.slice(-2000)}`)
      })
    })
  }

  async function end(signal: NodeJS.Signals, withinMs: number): Promise<boolean> {
    const ending = child
    child = null
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return true
    let inTime = true
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    const late = setTimeout(() => {
      inTime = false
      ending.kill('SIGKILL')
    }, withinMs)
    ending.kill(signal)
    await ended
    clearTimeout(late)
    return inTime
  }

  return {
    name,
    port,
    start: launch,
    kill: async () => void (await end('SIGKILL', stopWithinMs)),
    async close() {
      closed = true
      await end('SIGKILL', stopWithinMs)
    },
    stop: () => end('SIGTERM', stopWithinMs),
    signal: (signal) => void child?.kill(signal),
    crashes: () => crashes.splice(0),
  }
}
