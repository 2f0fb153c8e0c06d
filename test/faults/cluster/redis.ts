import { spawn, type ChildProcess } from 'node:child_process'
import { Redis } from 'ioredis'
import { reservePort } from './ports.ts'

export type RedisUnderFire = {
  port: number
  kill(): Promise<void>
  start(): Promise<void>
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
  command(...words: [string, ...string[]]): Promise<void>
  stop(): Promise<void>
}

/** A Redis of the harness's own, on one port for all its lives. */
export async function startRedis(): Promise<RedisUnderFire> {
  const port = await reservePort()
  let server: ChildProcess
  let stopped = false

  async function start(): Promise<void> {
    if (stopped) throw new Error('redis is stopped')
    server = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
        cwd: '/',
      },
    )
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)))
      server.stdout?.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('Ready to accept connections')) resolve()
      })
    })
  }

  async function kill(): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGKILL')
    await ended
  }

  await start()
  return {
    port,
    start,
    kill,
    async stop() {
      stopped = true
      await kill()
    },
    signal: (signal) => void server.kill(signal),
    async command(...[name, ...words]) {
      const admin = new Redis({ port, host: '127.0.0.1', retryStrategy: () => null })
      admin.on('error', () => {})
      try {
        await admin.call(name, ...words)
      } finally {
        admin.disconnect()
      }
    },
  }
}
