import { InvalidArgumentError, type Command } from 'commander'
import { openSession, type Session } from '../session.ts'

/** A command that asks the graph: gets its session first, and closes what it has opened. */
export const withSession =
  <Args extends unknown[]>(work: (session: Session, ...args: Args) => Promise<void>) =>
  async (...args: unknown[]): Promise<void> => {
    const command = args.at(-1) as Command
    const { output } = command.optsWithGlobals<{ output: string }>()
    const session = openSession(output, process.env)
    try {
      await work(session, ...(args as Args))
    } finally {
      session.close()
    }
  }

/** For options that may be given several times. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value]

export function positiveInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('It must be a whole number above 0.')
  return value
}

/** Resolves when the command is to end: Ctrl-C, or the end of the process that reads it. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
