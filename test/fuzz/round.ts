import path from 'node:path'
import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildSchema } from 'graphql'
import { apiSdl } from '../../schema/load.ts'
import type { Judged, Problem } from './answers.ts'
import { makeCase, makeDocumentCase, writeCase, type Case, type CaseContext } from './cases.ts'
import { startHonest, type Honest } from './honest.ts'
import { createSender, type Sender } from './sender.ts'
import { adminKey, startServers, type Mode, type Servers } from './servers.ts'
import { setStage } from './stage.ts'

export type RoundOptions = {
  mode: Mode
  seed: number
  ms: number
  /** Where the bytes of cases that found something are written. */
  dir: string
  print: (line: string) => void
  signal?: AbortSignal
}

export type Finding = Problem & { index: number; count: number; file: string | null }

export type RoundResult = {
  cases: number
  /** Frames and documents. */
  count: number
  /** Documents whose CPU was measured. */
  measured: number
  worstCpuMs: number
  deaths: number
  findings: Finding[]
  codes: Map<string, number>
  memory: { before: number; after: number; residentBefore: number; residentAfter: number }
  honest: ReturnType<Honest['figures']>
}

const inFlight = 24
/** The budget of a document of at most 64 KB, in time on a processor of all processes of the graph. */
const cpuMsMax = 100
const documentBytesMax = 65_536
/** At rest, heap and buffers may be so much of what they were after the warm-up, and this besides (caches that are bounded). */
const memoryRatioMax = 1.5
const memorySlack = 24 * 2 ** 20
const warmUpCases = 300
/** Cases of the CPU phase have numbers of their own. */
const measuredFrom = 1_000_000_000

/** Fuzzes one Marquee for a while. Everything it started has ended when it resolves. */
export async function runFuzz(options: RoundOptions): Promise<RoundResult> {
  const round = new Round(options)
  try {
    return await round.run()
  } finally {
    await round.stop()
  }
}

type Scene = { servers: Servers; sender: Sender; honest: Honest }

class Round {
  readonly #options: RoundOptions
  readonly #context: CaseContext
  readonly #findings = new Map<string, Finding>()
  readonly #result: RoundResult
  #scene: Scene | null = null
  #current = new Map<number, Case>()
  #recent: Case[] = []

  constructor(options: RoundOptions) {
    this.#options = options
    mkdirSync(options.dir, { recursive: true })
    this.#context = {
      seed: options.seed,
      schema: buildSchema(apiSdl()),
      authorization: `Bearer ${adminKey}`,
      subgraphs: options.mode === 'distributed',
    }
    const memory = { before: 0, after: 0, residentBefore: 0, residentAfter: 0 }
    this.#result = {
      cases: 0,
      count: 0,
      measured: 0,
      worstCpuMs: 0,
      deaths: 0,
      findings: [],
      codes: new Map(),
      memory,
      honest: { changes: 0, queries: 0, slowestChangeMs: 0, slowestQueryMs: 0 },
    }
  }

  async run(): Promise<RoundResult> {
    const { ms, print, signal } = this.#options
    this.#scene = await this.#open()
    const begun = performance.now()
    const isOver = () => performance.now() - begun > ms || signal?.aborted === true
    let index = 0
    let measured = measuredFrom
    await this.#bulk(
      () => index >= warmUpCases || isOver(),
      () => index++,
    )
    let memory = await this.#rest()
    this.#result.memory.before = memory.inUse
    this.#result.memory.residentBefore = memory.resident
    let saidAt = performance.now()
    while (!isOver()) {
      const sliceUntil = performance.now() + Math.min(8000, ms / 4)
      await this.#bulk(
        () => performance.now() > sliceUntil || isOver(),
        () => index++,
      )
      const { honest } = this.#scene
      await honest.pause()
      const measureUntil = performance.now() + Math.min(3000, ms / 8)
      while (performance.now() < measureUntil && !isOver() && this.#deaths.length === 0)
        await this.#measure(makeDocumentCase(this.#context, measured++))
      honest.resume()
      await this.#look()
      if (performance.now() - saidAt > 30_000) {
        saidAt = performance.now()
        print(
          `${this.#options.mode}: ${Math.round((performance.now() - begun) / 1000)} s, ${this.#result.count} frames and documents in ${this.#result.cases} cases, ${this.#findings.size} kinds of finding`,
        )
      }
    }
    memory = await this.#rest()
    this.#result.memory.after = memory.inUse
    this.#result.memory.residentAfter = memory.resident
    const { before, after } = this.#result.memory
    if (after > before * memoryRatioMax + memorySlack)
      this.#found(
        {
          what: 'memory: more in use at rest than after the warm-up',
          detail: `${mb(before)} before, ${mb(after)} after`,
        },
        null,
      )
    this.#result.honest = this.#scene.honest.figures()
    this.#result.findings = [...this.#findings.values()]
    return this.#result
  }

  async stop(): Promise<void> {
    const scene = this.#scene
    this.#scene = null
    await scene?.honest.stop()
    await scene?.sender.close()
    await scene?.servers.stop()
  }

  async #open(): Promise<Scene> {
    const servers = await startServers(this.#options.mode)
    try {
      const { honestId, replace } = await setStage(servers.addresses.edge)
      const sender = createSender({
        addresses: servers.addresses,
        authorization: this.#context.authorization,
        replace,
        connections: inFlight,
      })
      return { servers, sender, honest: startHonest(servers.addresses.edge, honestId) }
    } catch (error) {
      await servers.stop()
      throw error
    }
  }

  /** Many cases side by side, until told or until a process ends. */
  async #bulk(isDone: () => boolean, next: () => number): Promise<void> {
    let ended = false
    const lane = async () => {
      while (!ended && !isDone()) {
        const one = makeCase(this.#context, next())
        const { problems } = await this.#send(one)
        // One answer that does not come may be a loop that never ends: for everybody else that is a process that ended.
        if (problems.some(({ what }) => what.includes('no answer within')))
          await (this.#scene as Scene).servers.killHung()
        if (this.#deathsSeen()) ended = true
      }
    }
    await Promise.all(Array.from({ length: inFlight }, lane))
    await this.#look()
  }

  #deaths: string[] = []

  #deathsSeen(): boolean {
    this.#deaths.push(...(this.#scene?.servers.deaths() ?? []))
    return this.#deaths.length > 0
  }

  async #send(one: Case): Promise<Judged> {
    const { sender } = this.#scene as Scene
    this.#current.set(one.index, one)
    const judged = await sender.send(one)
    this.#current.delete(one.index)
    this.#recent.push(one)
    if (this.#recent.length > 2 * inFlight) this.#recent.shift()
    this.#result.cases++
    this.#result.count += one.count
    for (const code of judged.codes) this.#result.codes.set(code, (this.#result.codes.get(code) ?? 0) + 1)
    for (const problem of judged.problems) this.#found(problem, one)
    return judged
  }

  /** One document alone: what all processes spend until it is answered. What is too much must be so again, twice. */
  async #measure(one: Case): Promise<void> {
    if (one.chunks[0]!.length > documentBytesMax) return
    const { servers } = this.#scene as Scene
    let least = Number.POSITIVE_INFINITY
    for (let turn = 0; turn < 3 && least > cpuMsMax; turn++) {
      const before = servers.cpuMs()
      await this.#send(turn === 0 ? one : { ...one, chunks: [afresh(one.chunks[0]!, turn)] })
      if (this.#deathsSeen()) return
      least = Math.min(least, servers.cpuMs() - before)
    }
    this.#result.measured++
    this.#result.worstCpuMs = Math.max(this.#result.worstCpuMs, least)
    if (least > cpuMsMax)
      this.#found(
        {
          what: `CPU: a document (${shapeOf(one)}) over ${cpuMsMax} ms`,
          detail: `${Math.round(least)} ms for ${one.chunks[0]!.length} bytes, three times: ${one.chunks[0]!.toString().slice(0, 300)}`,
        },
        one,
      )
  }

  /** Deaths, complaints in the log, and how the honest fare. */
  async #look(): Promise<void> {
    const { servers, honest } = this.#scene as Scene
    for (const line of servers.complaints()) this.#found(complaintOf(line), null)
    if (this.#deathsSeen()) return await this.#blame()
    for (const problem of await honest.check()) this.#found(problem, null)
  }

  /** A process ended: new servers get what was sent last, one after the other, until one ends again. */
  async #blame(): Promise<void> {
    const words = this.#deaths.splice(0)
    const suspects = [...this.#current.values(), ...this.#recent.toReversed()]
    this.#current.clear()
    this.#recent = []
    this.#result.deaths += words.length
    await this.stop()
    this.#scene = await this.#open()
    for (const suspect of suspects) {
      const { servers, sender } = this.#scene as Scene
      await sender.send(suspect)
      await servers.killHung()
      if (!this.#deathsSeen()) continue
      const again = this.#deaths.splice(0)
      this.#found({ what: `a process ended: ${reasonOf(again[0]!)}`, detail: again[0]! }, suspect)
      await this.stop()
      this.#scene = await this.#open()
      return
    }
    this.#found(
      {
        what: `a process ended, by none of the last ${suspects.length} cases alone: ${reasonOf(words[0]!)}`,
        detail: words[0]!,
      },
      null,
    )
  }

  /** Memory after everybody but the honest has gone, once it falls no further. */
  async #rest(): Promise<{ inUse: number; resident: number }> {
    const { servers } = this.#scene as Scene
    let least = await servers.memory()
    for (let turn = 0; turn < 12; turn++) {
      await sleep(250)
      const now = await servers.memory()
      if (now.inUse > least.inUse * 0.99 && turn > 2) break
      if (now.inUse < least.inUse) least = now
    }
    return least
  }

  #found({ what, detail }: Problem, one: Case | null): void {
    const known = this.#findings.get(what)
    if (known) return void known.count++
    const file =
      one === null
        ? null
        : path.join(this.#options.dir, `${this.#options.mode}-${one.index}-${this.#findings.size}.json`)
    if (file !== null)
      writeCase(file, one as Case, { mode: this.#options.mode, seed: this.#options.seed, found: what, detail })
    this.#findings.set(what, { what, detail, index: one?.index ?? -1, count: 1, file })
    this.#options.print(
      `FOUND in ${this.#options.mode}: ${what}${one === null ? '' : ` (seed ${this.#options.seed}, case ${one.index}, ${one.kind}; npm run fuzz -- --replay ${file})`}\n    ${detail.slice(0, 700)}`,
    )
  }
}

/** The same document, but no cache knows its text. */
const afresh = (body: Buffer, turn: number): Buffer =>
  Buffer.from(body.toString('latin1').replace('"query":"', `"query":"#${turn}\\n`), 'latin1')

/** The beginning of a document without its names: findings of one cause are one. */
const shapeOf = ({ kind, chunks }: Case): string =>
  `${kind}: ${/"query":"(.{0,60})/.exec(chunks[0]!.toString())?.[1]?.replaceAll(/\d+/g, 'N') ?? ''}`

const reasonOf = (words: string): string =>
  /\b(\w*Error[^\n]*)/.exec(words)?.[1]?.slice(0, 120) ?? words.split('\n')[0]!.slice(0, 120)

function complaintOf(line: string): Problem {
  const message = /"msg":"([^"]*)"/.exec(line)?.[1] ?? line.slice(0, 100)
  const cause = /"message":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? ''
  return { what: `log: ${message}: ${cause.slice(0, 120).replaceAll(/\d+/g, 'N')}`, detail: line.slice(0, 3000) }
}

export const mb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`

/** One case of a file against new servers. */
export async function replay(one: Case, mode: Mode, print: (line: string) => void): Promise<number> {
  const servers = await startServers(mode)
  try {
    const { replace } = await setStage(servers.addresses.edge)
    const sender = createSender({
      addresses: servers.addresses,
      authorization: `Bearer ${adminKey}`,
      replace,
      connections: 1,
    })
    const before = servers.cpuMs()
    const { codes, problems } = await sender.send(one)
    print(
      `answered ${codes.slice(0, 20).join(' ')}; ${Math.round(servers.cpuMs() - before)} ms of CPU with everything cold`,
    )
    await sender.close()
    const found = [
      ...problems,
      ...servers.complaints().map(complaintOf),
      ...servers.deaths().map((words) => ({ what: `a process ended: ${reasonOf(words)}`, detail: words })),
    ]
    for (const { what, detail } of found) print(`FOUND: ${what}\n    ${detail}`)
    if (found.length === 0) print('nothing is wrong with it')
    return found.length
  } finally {
    await servers.stop()
  }
}
