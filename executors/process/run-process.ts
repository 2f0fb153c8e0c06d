import { spawn, type ChildProcess } from 'node:child_process'
import type { Socket } from 'node:net'
import { readFile } from 'node:fs/promises'
import { parseJson } from '../../kit/pure/json/parse-json.ts'
import { frame, FrameReader } from './frames.ts'
import type { ToChild } from './messages.ts'

/** Outputs have 256 KB at most; whatever is said beyond this, in one message or in all, is a flood. */
const frameMax = 2 ** 20
const bytesMax = 64 * 2 ** 20
/** A level more than outputs may have, for each of the message's own. */
const depthMax = 68
const pageBytes = 4096
/** USER_HZ, which is 100 on every Linux that Node runs on. */
const ticksPerSecond = 100

/** What happens in a process, for the one run that listens. */
export type ProcessListener = {
  message(said: unknown): void
  print(bytes: Buffer): void
  complain(bytes: Buffer): void
  /** It says more than can be listened to, or what is no message. */
  babble(): void
  failedToStart(error: Error): void
  closed(code: number | null, signal: string | null): void
}

/** The process of a run as the server holds it: its messages on a pipe, its prints, its end, and the end of all it started. */
export class RunProcess {
  readonly #child: ChildProcess
  readonly #pipe: Socket
  #listener: ProcessListener | null = null
  readonly #reader = new FrameReader({ frameMax, parse: parseSaid })
  #heard = 0
  #measured: number | null = null
  isAlive = true

  constructor([command, ...args]: readonly string[], env: Readonly<Record<string, string>>) {
    // A session of its own: the whole of it can be ended at once, and it has no terminal.
    const child = spawn(command as string, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    this.#child = child
    this.#pipe = child.stdio[3] as Socket
    child.on('error', (error) => {
      this.isAlive = false
      this.#listener?.failedToStart(error)
    })
    child.on('exit', () => this.#ended())
    child.on('close', (code, signal) => this.#listener?.closed(code, signal))
    for (const stream of [child.stdout, child.stderr, this.#pipe]) stream?.on('error', () => {})
    child.stdout?.on('data', (bytes: Buffer) => this.#hear(bytes, () => this.#listener?.print(bytes)))
    child.stderr?.on('data', (bytes: Buffer) => this.#hear(bytes, () => this.#listener?.complain(bytes)))
    this.#pipe?.on('data', (bytes: Buffer) => this.#hear(bytes, () => this.#read(bytes)))
  }

  /** Takes the process for one run; what an earlier one said late is not heard. */
  listen(listener: ProcessListener): void {
    this.#listener = listener
    this.#heard = 0
    this.#hold('ref')
  }

  /** Leaves it: a process that nobody uses keeps nobody from leaving. */
  leave(): void {
    this.#listener = null
    this.#hold('unref')
  }

  send(message: ToChild): void {
    // One that cannot be written ends with the process, which says so itself.
    this.#pipe.write(frame(message), () => {})
  }

  onExit(listener: () => void): () => void {
    this.#child.once('exit', listener)
    return () => this.#child.off('exit', listener)
  }

  /** Ends the process and whatever it started. */
  kill(): void {
    if (!this.isAlive) return
    this.#child.kill('SIGKILL')
    this.#killSession()
  }

  /** Bytes of memory that it holds and time of the processor that it has used, as the kernel counts them; null and 0 where there is no /proc. */
  async usage(): Promise<{ bytes: number | null; cpuSeconds: number }> {
    const pid = (this.#measured ??= await this.#innermost())
    const read = (name: string) =>
      pid === null ? Promise.resolve('') : readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')
    const [statm, stat] = await Promise.all([read('statm'), read('stat')])
    const pages = Number(statm.split(' ')[1])
    // The name of the program, in parentheses, may hold spaces; utime and stime are the 12th and 13th word after it.
    const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(words[11]) + Number(words[12])
    return {
      bytes: Number.isFinite(pages) && statm !== '' ? pages * pageBytes : null,
      cpuSeconds: Number.isFinite(ticks) ? ticks / ticksPerSecond : 0,
    }
  }

  /** What we started may be the launcher, which waits for the process in its namespace. */
  async #innermost(): Promise<number | null> {
    let pid = this.#child.pid ?? null
    while (pid !== null) {
      const children: string = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
      const next: string = children.trim().split(' ')[0] ?? ''
      const name: string = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
      if (name.trim() !== 'unshare') return pid
      if (next === '') return null
      pid = Number(next)
    }
    return null
  }

  #read(bytes: Buffer): void {
    try {
      for (const message of this.#reader.take(bytes)) this.#listener?.message(message)
    } catch {
      this.#listener?.babble()
    }
  }

  #hear(bytes: Buffer, pass: () => void): void {
    this.#heard += bytes.length
    if (this.#heard <= bytesMax) return pass()
    this.#listener?.babble()
    // Also where nobody listens.
    this.kill()
  }

  #ended(): void {
    this.isAlive = false
    this.#killSession()
  }

  #killSession(): void {
    const { pid } = this.#child
    if (pid === undefined || process.platform === 'win32') return
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // Nobody is left of it.
    }
  }

  #hold(how: 'ref' | 'unref'): void {
    this.#child[how]()
    for (const stream of [this.#child.stdout, this.#child.stderr, this.#pipe]) (stream as Socket | null)?.[how]()
  }
}

function parseSaid(line: string): unknown {
  const parsed = parseJson(line, { depth: depthMax, nodes: frameMax, bytes: 4 * frameMax }, 'NEAREST')
  if (!parsed.ok) throw new SyntaxError(parsed.refusal.message)
  return parsed.value
}
