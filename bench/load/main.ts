import { commands, type Commands } from './commands.ts'

// A load client: does what the runner asks over the channel between them, one call after the other or side by side.
type Call = { id: number; name: keyof Commands; argument: never }

process.on('message', ({ id, name, argument }: Call) => {
  const answer = async () => await commands[name](argument)
  answer().then(
    (result) => process.send?.({ id, result }),
    (error: unknown) =>
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
