import type { Trigger, Wave } from '../load/screen-groups.ts'
import type { LoadClient } from './load-client.ts'
import type { ServerProcess } from './processes.ts'
import { median, percentile } from './statistics.ts'

/** What one turn of waves over a group of screens cost their server, and how long they took. */
export type Measured = { cpuMsPerDelivery: number; p99: number; lastMs: number }

export type Side = { measure(waves: number): Promise<Measured>; results: Measured[] }

let wave = 1000

/** A server and the screens that it has, with what makes it tell them something. */
export function sideOf(load: LoadClient, server: ServerProcess, group: string, trigger: Trigger): Side {
  return {
    results: [],
    async measure(waves) {
      // The first waves after another side's turn find cold caches.
      await load.call('runWaves', { group, trigger, from: wave, waves: 1 })
      wave += 1
      const before = server.cpuMs()
      const done: Wave[] = await load.call('runWaves', { group, trigger, from: wave, waves })
      const cpu = server.cpuMs() - before
      wave += waves
      const latencies = done.flatMap(({ latencies }) => [...latencies])
      return {
        cpuMsPerDelivery: cpu / latencies.length,
        p99: percentile(latencies, 0.99),
        lastMs: median(done.map(({ lastMs }) => lastMs)),
      }
    },
  }
}

export const pick = ({ results }: Side, key: keyof Measured): number[] => results.map((result) => result[key])

export const micros = (ms: number): string => `${(ms * 1000).toFixed(2)} us`
