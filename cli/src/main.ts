import { CommanderError } from 'commander'
import { exitCodeOf, explain } from './failures.ts'
import { createProgram } from './program.ts'

/** Runs one command line and sets the exit code; nothing is thrown. */
export async function main(argv: readonly string[]): Promise<void> {
  // Whoever reads from a pipe may have seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  try {
    await createProgram().parseAsync(argv)
  } catch (error) {
    process.exitCode = exitCodeOf(error)
    // What commander refuses it has explained itself.
    if (error instanceof CommanderError) return
    const [what, ...more] = explain(error)
    const isColoured = process.stderr.isTTY && !process.env.NO_COLOR
    process.stderr.write(`${isColoured ? '\u001b[31merror:\u001b[0m' : 'error:'} ${what}\n`)
    for (const line of more) process.stderr.write(`${line}\n`)
  }
}
