import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FromScreens, Screen, ScreenEntry, ScreenPosition, ToScreens } from './screen-log.ts'

export type Screens = {
  positions(): Promise<Map<number, ScreenPosition>>
  collect(): Promise<Map<number, ScreenEntry[]>>
  close(): Promise<void>
}

const screensPerProcess = 125
const program = fileURLToPath(new URL('./cluster/screen-process.ts', import.meta.url))

/** Opens screens in processes of their own, so that what they do is not slowed by what watches them. */
export async function openScreens(screens: readonly Screen[], key: string): Promise<Screens> {
  const children = Array.from({ length: Math.ceil(screens.length / screensPerProcess) }, () =>
    fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  )
  const askAll = async <Type extends FromScreens['type']>(message: (child: number) => ToScreens, answer: Type) =>
    Promise.all(children.map((child, index) => ask(child, message(index), answer)))
  await askAll(
    (child) => ({
      type: 'open',
      key,
      screens: screens.slice(child * screensPerProcess, (child + 1) * screensPerProcess),
    }),
    'opened',
  )
  return {
    async positions() {
      const answers = await askAll(() => ({ type: 'positions' }), 'positions')
      return new Map(answers.flatMap(({ positions }) => positions))
    },
    async collect() {
      const answers = await askAll(() => ({ type: 'collect' }), 'collected')
      return new Map(answers.flatMap(({ entries }) => entries))
    },
    async close() {
      await Promise.all(children.map(end))
    },
  }
}

/** One question at a time: the next message of that type is the answer. */
function ask<Type extends FromScreens['type']>(child: ChildProcess, message: ToScreens, answer: Type) {
  return new Promise<Extract<FromScreens, { type: Type }>>((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`a process of screens ended with ${code}`))
    const read = (message: FromScreens) => {
      if (message.type !== answer) return
      child.off('message', read).off('exit', gone)
      resolve(message as Extract<FromScreens, { type: Type }>)
    }
    child.on('message', read).once('exit', gone)
    child.send(message)
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}
