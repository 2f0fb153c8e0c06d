import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { createClient, MeDocument } from '@marquee/sdk'
import { originOf, saveEndpoint } from '../config.ts'
import { Refusal } from '../failures.ts'

export function addLogin(program: Command): void {
  program
    .command('login')
    .argument('<url>', 'address of the server: http://127.0.0.1:4000')
    .description('keep an address and a key or token; the key is read from standard input or MARQUEE_KEY')
    .option('--anonymous', 'keep no key: for what everybody may see')
    .action(async (address: string, { anonymous }: { anonymous?: boolean }) => {
      const url = new URL(originOf(address)).href.replace(/\/$/, '')
      const key = anonymous ? undefined : process.env.MARQUEE_KEY || (await readKey())
      const { me } = await createClient({ url, key }).query(MeDocument)
      if (key !== undefined && !me) throw new Refusal('The server takes this key for nobody’s: it may have expired.')
      const file = saveEndpoint(process.env, { url, key })
      const who = me ? me.principal.displayName : 'anonymous'
      process.stdout.write(`Signed in to ${url} as ${who}; kept in ${file}.\n`)
    })
}

/** From a pipe whole; from a person without showing it. */
async function readKey(): Promise<string> {
  if (!process.stdin.isTTY) {
    let text = ''
    for await (const chunk of process.stdin) text += String(chunk)
    if (text.trim() === '') throw new Refusal('There is no key on standard input: echo "$KEY" | marquee login URL')
    return text.trim()
  }
  process.stderr.write('Key or token: ')
  const reader = createInterface({ input: process.stdin, terminal: true, output: undefined })
  process.stdin.setRawMode(true)
  try {
    return await new Promise<string>((resolve, reject) => {
      reader.once('line', (line) => resolve(line.trim()))
      reader.once('SIGINT', () => reject(new Refusal('Nothing was kept.')))
    })
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}
