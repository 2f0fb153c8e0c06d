import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'

export type RedisServer = { url: string; stop(): Promise<void> }

/** A Redis of its own from the path, without persistence; null when the machine has no redis-server. */
export async function startRedis(): Promise<RedisServer | null> {
  // The port may be taken between asking for a free one and using it.
  for (let attempt = 1; ; attempt++) {
    const started = await launch(await freePort())
    if (started === 'absent') return null
    if (started !== 'failed') return started
    if (attempt === 5) throw new Error('redis-server does not start')
  }
}

async function launch(port: number): Promise<RedisServer | 'absent' | 'failed'> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'marquee-redis-'))
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir]
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const outcome = await new Promise<'ready' | 'absent' | 'failed'>((resolve) => {
    child.once('error', (error) => resolve('code' in error && error.code === 'ENOENT' ? 'absent' : 'failed'))
    child.once('exit', () => resolve('failed'))
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Ready to accept connections')) resolve('ready')
    })
  })
  const clear = (): void => rmSync(dir, { recursive: true, force: true })
  if (outcome !== 'ready') {
    clear()
    return outcome
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM')
      await ended
      clear()
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}
