import { Command } from 'commander'
import { addApply } from './commands/apply.ts'
import { addChanges } from './commands/change.ts'
import { addCodegen } from './commands/codegen.ts'
import { addCompletion } from './commands/completion.ts'
import { addComponents } from './commands/component.ts'
import { addLive } from './commands/live.ts'
import { addLogin } from './commands/login.ts'
import { addReads } from './commands/read.ts'
import { addRollouts } from './commands/rollout.ts'
import manifest from '../package.json' with { type: 'json' }

/** All commands. */
export function createProgram(): Command {
  const program = new Command('marquee')
    .description('Look at a Marquee graph, change it, publish to it and follow it live.')
    .version(manifest.version)
    .option('-o, --output <format>', 'table, json or yaml', 'table')
    .showHelpAfterError('(add --help for what it takes)')
    .exitOverride()
    .addHelpText(
      'after',
      '\nMARQUEE_URL and MARQUEE_KEY come before what `marquee login` has kept.\nExit codes: 0 fine, 1 refused, 2 wrongly written, 3 the server cannot be reached.',
    )
  for (const add of [
    addLogin,
    addReads,
    addChanges,
    addRollouts,
    addLive,
    addApply,
    addComponents,
    addCodegen,
    addCompletion,
  ])
    add(program)
  return program
}
