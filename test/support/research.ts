import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, vi } from 'vitest'
import { ask, refusal } from './graph/graph-client.ts'
import { startMarquee, type Mode, type RunningMarquee } from './marquee.ts'

export type Json = Record<string, unknown>
export type Run = {
  id: string
  kind: string
  status: string
  outputs: Json | null
  metrics: Json | null
  error: { code: string; message: string } | null
}
export type OutputPage = {
  name: string
  columns: { name: string; type: string }[]
  rows: Json[]
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  url: string | null
}

const vega = path.resolve('node_modules/vega-datasets/data')
export const patient = { timeout: 60_000, interval: 100 }

/** A whole Marquee as a researcher would use it: through the public graph, with real files. */
export class Research {
  readonly marquee: RunningMarquee
  readonly #folder: string
  readonly files: string

  private constructor(marquee: RunningMarquee, folder: string) {
    this.marquee = marquee
    this.#folder = folder
    this.files = path.join(folder, 'files')
  }

  static async start(options: { mode?: Mode; vega?: readonly string[]; env?: Record<string, string> } = {}) {
    const folder = mkdtempSync(path.join(tmpdir(), 'marquee-research-'))
    mkdirSync(path.join(folder, 'files'))
    for (const name of options.vega ?? []) cpSync(path.join(vega, name), path.join(folder, 'files', name))
    const env = { MARQUEE_FILES: path.join(folder, 'files'), DATA_DIR: path.join(folder, 'data'), ...options.env }
    return new Research(await startMarquee({ mode: options.mode ?? 'embedded', env }), folder)
  }

  async stop(): Promise<void> {
    await this.marquee.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  write(name: string, content: string): void {
    writeFileSync(path.join(this.files, name), content)
  }

  ask = <Answer>(query: string, variables: object = {}) => ask<Answer>(this.marquee, query, variables)

  async create(input: Json): Promise<string> {
    const query = 'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { instance { id } } }'
    return (await this.ask<{ createInstance: { instance: { id: string } } }>(query, { input })).createInstance.instance
      .id
  }

  /** Made and started. */
  async started(input: Json): Promise<string> {
    const id = await this.create(input)
    await this.ask('mutation ($id: ID!) { startInstance(input: { id: $id }) { revision } }', { id })
    return id
  }

  async refused(input: Json) {
    return await refusal(
      this.marquee,
      'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { revision } }',
      { input },
    )
  }

  async upstreams(id: string, upstreams: { instanceId: string; role?: string; flow?: string }[]): Promise<void> {
    await this.ask('mutation ($input: SetUpstreamsInput!) { setUpstreams(input: $input) { revision } }', {
      input: { id, upstreams },
    })
  }

  /** Triggers a run and waits for its end. */
  async run(instanceId: string, more: { flow?: string; parameters?: Json } = {}): Promise<Run> {
    const { triggerRun } = await this.ask<{ triggerRun: { run: { id: string } } }>(
      'mutation ($input: TriggerRunInput!) { triggerRun(input: $input) { run { id } } }',
      { input: { instanceId, ...more } },
    )
    const read = async () =>
      (
        await this.ask<{ run: Run }>(
          'query ($id: ID!) { run(id: $id) { id kind status outputs: fullOutputs metrics: fullMetrics error } }',
          { id: triggerRun.run.id },
        )
      ).run
    return await vi.waitFor(async () => {
      const found = await read()
      expect(found.status).toMatch(/SUCCEEDED|FAILED|CRASHED|CANCELLED/)
      return found
    }, patient)
  }

  /** A dataset (or signal) of a file, refreshed. */
  async refreshed(file: string, config: Json = {}, kind: 'DATASET' | 'SIGNAL' = 'DATASET'): Promise<string> {
    const id = await this.started({ kind, definitionTypeKey: 'data/files', config: { path: file, ...config } })
    expect(await this.run(id)).toMatchObject({ status: 'SUCCEEDED' })
    return id
  }

  async output(id: string, name: string, page: { first?: number; after?: string | null } = {}): Promise<OutputPage> {
    const query = `query ($id: ID!, $name: String!, $first: Int, $after: String) { runOutput(id: $id, name: $name, first: $first, after: $after) {
      name columns { name type } rows totalCount pageInfo { hasNextPage endCursor } url } }`
    return (await this.ask<{ runOutput: OutputPage }>(query, { id, name, ...page })).runOutput
  }

  /** All rows, page by page. */
  async wholeOutput(id: string, name: string): Promise<Json[]> {
    const rows: Json[] = []
    let after: string | null = null
    do {
      const page: OutputPage = await this.output(id, name, { first: 1000, after })
      rows.push(...page.rows)
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    return rows
  }

  /** A table of a run over HTTP. */
  async fetchOutput(
    id: string,
    name: string,
    format: string,
    { key = this.marquee.adminKey, headers = {} }: { key?: string | null; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    return await fetch(`${this.marquee.url}/runs/${id}/outputs/${name}?format=${format}`, {
      headers: { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...headers },
    })
  }
}
