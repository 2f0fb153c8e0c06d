import { writeFile } from 'node:fs/promises'
import { WebSocket } from 'ws'

type Node = { id: number; callFrame: { functionName: string; url: string; lineNumber: number }; children?: number[] }
type CpuProfile = { nodes: Node[]; samples: number[]; timeDeltas: number[] }

export type Profile = {
  /** Writes the profile (for the browser's developer tools) and tells where the time went. */
  stop(file: string): Promise<string[]>
}

const samplingMicros = 200
const shown = 25

type Inspector = { call<Result>(method: string, params?: object): Promise<Result>; close(): void }

async function connect(address: string): Promise<Inspector> {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 1 << 30 })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const answers = new Map<number, (result: unknown) => void>()
  let calls = 0
  socket.on('message', (data: Buffer) => {
    const { id, result } = JSON.parse(data.toString()) as { id: number; result: unknown }
    answers.get(id)?.(result)
    answers.delete(id)
  })
  return {
    call: <Result>(method: string, params: object = {}): Promise<Result> =>
      new Promise((resolve) => {
        const id = ++calls
        answers.set(id, resolve as (result: unknown) => void)
        socket.send(JSON.stringify({ id, method, params }))
      }),
    close: () => socket.close(),
  }
}

/** A full collection in a process that was started with --inspect. */
export async function collectGarbage(address: string): Promise<void> {
  const { call, close } = await connect(address)
  await call('HeapProfiler.collectGarbage')
  close()
}

/** Bytes that a process started with --inspect really needs, in its heap and in buffers, after a full collection. */
export async function memoryInUse(address: string): Promise<number> {
  const { call, close } = await connect(address)
  await call('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize } = await call<{ usedSize: number; backingStorageSize: number }>(
    'Runtime.getHeapUsage',
  )
  close()
  return usedSize + backingStorageSize
}

/** Samples a process that was started with --inspect, from now on: without its start-up, which nobody asks about. */
export async function startProfile(address: string): Promise<Profile> {
  const { call, close } = await connect(address)
  await call('Profiler.enable')
  await call('Profiler.setSamplingInterval', { interval: samplingMicros })
  await call('Profiler.start')
  return {
    async stop(file) {
      const { profile } = await call<{ profile: CpuProfile }>('Profiler.stop')
      close()
      await writeFile(file, JSON.stringify(profile))
      return selfTimes(profile)
    },
  }
}

const nodeInternals = 'node itself'

/** Self time by package and by function, most first, as shares of the time that the process was busy. */
function selfTimes({ nodes, samples, timeDeltas }: CpuProfile): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const packages = new Map<string, number>()
  const functions = new Map<string, number>()
  let busy = 0
  samples.forEach((sample, index) => {
    const { functionName, url, lineNumber } = byId.get(sample)!.callFrame
    const micros = timeDeltas[index]!
    if (functionName === '(idle)') return
    const file = url
      .replace(/^.*\/node_modules\//, '')
      .replace(/^file:\/\/.*?\/(?=(?:gateway|kit|services|server|schema|bench)\/)/, '')
    add(packages, packageOf(functionName, url, file), micros)
    add(functions, `${functionName || '(anonymous)'}${url === '' ? '' : ` ${file}:${lineNumber + 1}`}`, micros)
    busy += micros
  })
  const lines = (times: Map<string, number>, count: number) =>
    [...times]
      .sort(([, a], [, b]) => b - a)
      .slice(0, count)
      .map(
        ([name, micros]) =>
          `${((micros / busy) * 100).toFixed(1).padStart(5)} %  ${(micros / 1000).toFixed(0).padStart(6)} ms  ${name}`,
      )
  return [`busy ${(busy / 1000).toFixed(0)} ms`, ...lines(packages, 16), '  --', ...lines(functions, shown)]
}

const add = (times: Map<string, number>, name: string, micros: number) =>
  times.set(name, (times.get(name) ?? 0) + micros)

/** 'pg', '@apollo/server', 'gateway/live', or what there is no file for. */
function packageOf(functionName: string, url: string, file: string): string {
  if (url === '')
    return /^(writev|write\w*String|writeBuffer|shutdown)$/.test(functionName)
      ? 'writes to sockets'
      : functionName.startsWith('(')
        ? functionName
        : nodeInternals
  if (url.startsWith('node:')) return url.includes('undici') ? 'node:undici' : nodeInternals
  const [first, second] = file.split('/')
  return url.includes('/node_modules/') && !first!.startsWith('@') ? first! : `${first}/${second}`
}
