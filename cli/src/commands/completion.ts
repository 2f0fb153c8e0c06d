import type { Command } from 'commander'
import { UsageError } from '../failures.ts'
import { kinds } from '../manifests/kinds/index.ts'
import { resourceNames } from '../resources.ts'

export function addCompletion(program: Command): void {
  program
    .command('completion')
    .argument('<shell>', 'bash or zsh')
    .description('print completions for a shell: source <(marquee completion bash)')
    .action((shell: string) => {
      if (shell !== 'bash' && shell !== 'zsh')
        throw new UsageError(`There are completions for bash and zsh, not ${shell}.`)
      process.stdout.write((shell === 'zsh' ? 'autoload -U +X bashcompinit && bashcompinit\n' : '') + script(program))
    })
}

/** What may stand after a command. */
const words: Record<string, readonly string[]> = {
  get: resourceNames,
  describe: ['instance', 'definition', 'run', 'group', 'zone'],
  delete: ['instance', 'group', 'zone'],
  init: ['component'],
  completion: ['bash', 'zsh'],
}

function script(program: Command): string {
  const cases = program.commands.map((command) => {
    const options = command.options.map(({ long }) => long).filter((long) => long != null)
    return `      ${command.name()}) words="${[...(words[command.name()] ?? []), ...options, '--output', '--help'].join(' ')}" ;;`
  })
  return `_marquee() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words
  COMPREPLY=()
  case "$previous" in
    -f|--file) COMPREPLY=($(compgen -f -- "$current")); return ;;
    -o|--output) COMPREPLY=($(compgen -W "table json yaml" -- "$current")); return ;;
    --kind) COMPREPLY=($(compgen -W "${kinds.map(({ name }) => name).join(' ')}" -- "$current")); return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${program.commands.map((command) => command.name()).join(' ')} --help --version"
  else
    case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _marquee marquee
`
}
