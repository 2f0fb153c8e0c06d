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

/** Samples a process that was started with --inspect, from now on: without its start-up, which nobody asks about. */
export async function startProfile(address: string): Promise<Profile> {
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
  const call = <Result>(method: string, params: object = {}): Promise<Result> =>
    new Promise((resolve) => {
      const id = ++calls
      answers.set(id, resolve as (result: unknown) => void)
      socket.send(JSON.stringify({ id, method, params }))
    })
  await call('Profiler.enable')
  await call('Profiler.setSamplingInterval', { interval: samplingMicros })
  await call('Profiler.start')
  return {
    async stop(file) {
      const { profile } = await call<{ profile: CpuProfile }>('Profiler.stop')
      socket.close()
      await writeFile(file, JSON.stringify(profile))
      return selfTimes(profile)
    },
  }
}

/** Self time by function, most first, as shares of the time that the process was busy. */
function selfTimes({ nodes, samples, timeDeltas }: CpuProfile): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const times = new Map<string, number>()
  let busy = 0
  samples.forEach((sample, index) => {
    const { functionName, url, lineNumber } = byId.get(sample)!.callFrame
    if (functionName === '(idle)') return
    const place = url === '' ? '' : ` ${url.replace(/^.*\/node_modules\//, '').replace(/^file:\/\/.*?\/(?=(?:gateway|kit|services|server|schema|bench)\/)/, '')}:${lineNumber + 1}`
    const name = `${functionName || '(anonymous)'}${place}`
    times.set(name, (times.get(name) ?? 0) + timeDeltas[index]!)
    busy += timeDeltas[index]!
  })
  const most = [...times].sort(([, a], [, b]) => b - a).slice(0, shown)
  return most.map(([name, micros]) => `${((micros / busy) * 100).toFixed(1).padStart(5)} %  ${(micros / 1000).toFixed(0).padStart(6)} ms  ${name}`)
}
