import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Commands } from '../load/commands.ts'
import { endOf, endWithRunner } from './processes.ts'

/** A load client in a process of its own: what it spends is not charged to the server, nor to the runner's timers. */
export type LoadClient = {
  call<Name extends keyof Commands>(
    name: Name,
    argument: Parameters<Commands[Name]>[0],
  ): Promise<Awaited<ReturnType<Commands[Name]>>>
  stop(): Promise<void>
}

const callMs = 110_000

export function startLoadClient(): LoadClient {
  const child: ChildProcess = fork(fileURLToPath(new URL('../load/main.ts', import.meta.url)), {
    serialization: 'advanced',
    execArgv: [],
  })
  endWithRunner(child)
  let end: string | null = null
  const calls = new Map<number, { resolve(value: never): void; reject(error: Error): void }>()
  let number = 0
  child.on('message', ({ id, result, error }: { id: number; result: never; error?: string }) => {
    const call = calls.get(id)
    calls.delete(id)
    if (error === undefined) call?.resolve(result)
    else call?.reject(new Error(error))
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      end = `the load client ended ${endOf(code, signal)}`
      for (const { reject } of calls.values()) reject(new Error(end))
      resolve()
    })
  })
  // A channel that breaks is followed by the exit, which says more.
  child.on('error', () => {})
  return {
    call: (name, argument) =>
      new Promise((resolve, reject) => {
        if (end !== null) return reject(new Error(`${end}; ${name} cannot be done`))
        const id = ++number
        const timer = setTimeout(() => reject(new Error(`the load client does not finish ${name}`)), callMs)
        const settled =
          <Value>(settle: (value: Value) => void) =>
          (value: Value) => {
            clearTimeout(timer)
            settle(value)
          }
        calls.set(id, { resolve: settled(resolve), reject: settled(reject) })
        // Without a callback a closed channel would be thrown at the child, not here; the exit rejects the call.
        child.send({ id, name, argument }, () => {})
      }),
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
