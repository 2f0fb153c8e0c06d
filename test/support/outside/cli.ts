import { execFile, spawn } from 'node:child_process'
import { mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildCli } from '../../../tools/build-cli.ts'
import type { RunningMarquee } from '../marquee.ts'
import { root } from './packages.ts'

const binary = path.join(root, 'cli/bin/marquee.js')

export type Said = { code: number; stdout: string; stderr: string }

/** The real binary as a child process, in an empty folder that is also its home. */
export class Cli {
  readonly folder: string
  readonly env: Record<string, string>

  private constructor(folder: string, env: Record<string, string>) {
    this.folder = folder
    this.env = { PATH: process.env.PATH ?? '', HOME: folder, ...env }
  }

  /** With the address and the key of a server, unless told otherwise. */
  static async in(marquee: RunningMarquee | null, env: Record<string, string> = {}): Promise<Cli> {
    await buildCli()
    const folder = await mkdtemp(path.join(tmpdir(), 'marquee-cli-'))
    const endpoint: Record<string, string> = marquee ? { MARQUEE_URL: marquee.url, MARQUEE_KEY: marquee.adminKey } : {}
    return new Cli(folder, { ...endpoint, ...env })
  }

  run(args: string[], { stdin = '', env = {} }: { stdin?: string; env?: Record<string, string> } = {}): Promise<Said> {
    return execute(process.execPath, [binary, ...args], { cwd: this.folder, env: { ...this.env, ...env }, stdin })
  }

  /** Runs and answers what it printed; throws what it said where it failed. */
  async ok(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(args)
    if (code !== 0) throw new Error(`marquee ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`)
    return stdout
  }

  async json<T>(...args: string[]): Promise<T> {
    return JSON.parse(await this.ok(...args, '-o', 'json')) as T
  }

  write(file: string, text: string): Promise<void> {
    return writeFile(path.join(this.folder, file), text)
  }

  /** A script of bash in which `marquee` is a command, as after an installation. */
  async script(text: string): Promise<Said> {
    const bin = await mkdtemp(path.join(tmpdir(), 'marquee-bin-'))
    await symlink(binary, path.join(bin, 'marquee'))
    const env = { ...this.env, PATH: `${bin}:${path.dirname(process.execPath)}:${this.env.PATH}` }
    return execute('bash', ['-euo', 'pipefail', '-c', text], { cwd: this.folder, env, stdin: '' })
  }

  /** Started and left running: what it has printed so far, and how it ends. */
  start(args: string[]) {
    const child = spawn(process.execPath, [binary, ...args], { cwd: this.folder, env: this.env })
    let stdout = ''
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    return { stdout: () => stdout, ended, interrupt: () => child.kill('SIGINT') }
  }
}

type Execution = { cwd: string; env: Record<string, string>; stdin: string }

function execute(file: string, args: string[], { cwd, env, stdin }: Execution): Promise<Said> {
  return new Promise((resolve) => {
    const child = execFile(file, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr }),
    )
    child.stdin?.end(stdin)
  })
}
