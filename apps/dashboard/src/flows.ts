import {
  CancelRunDocument,
  InstanceFlowsDocument,
  isMarqueeError,
  TriggerRunDocument,
  type Feed,
  type FlowFieldsFragment,
  type LiveClient,
  type MarqueeClient,
  type RunFieldsFragment,
} from '@marquee/sdk'
import { element } from './element.ts'
import { createRunChart } from './run-chart.ts'
import { hasEnded, runsShown } from './runs.ts'

export type FlowsOptions = { client: () => MarqueeClient; live: () => LiveClient; mayWrite: () => boolean }

const logLinesShown = 12
const settleMs = 250

/** What an instance carries out: its flows with their schedules, its newest runs as a chart, and both as they go on. */
export function createFlows({ client, live, mayWrite }: FlowsOptions) {
  const chart = createRunChart()
  const list = element('ul', { class: 'flows' })
  const log = element('pre', { class: 'log', tabindex: '0', 'aria-label': 'What the run writes', hidden: true })
  const outcome = element('p', { class: 'outcome bad', role: 'alert', hidden: true })
  const node = element(
    'section',
    { hidden: true, 'aria-label': 'Flows and runs' },
    element('h3', {}, 'Flows'),
    list,
    element('h3', {}, 'Runs'),
    chart.node,
    log,
    outcome,
  )
  let shown: string | null = null
  let feed: Feed | null = null
  /** The key may change, and with it the client: what was opened with the one before is closed. */
  let openedWith: LiveClient | null = null
  let flows: FlowFieldsFragment[] = []
  let runs = new Map<string, RunFieldsFragment>()
  let lines: { runId: string; text: string }[] = []
  let settle: ReturnType<typeof setTimeout> | undefined

  async function load(id: string): Promise<void> {
    try {
      const { instance } = await client().query(InstanceFlowsDocument, { id, first: runsShown })
      if (shown !== id || !instance) return
      flows = instance.flows
      // What the feed has told meanwhile is newer.
      for (const run of instance.runs.nodes) if (!runs.has(run.id)) runs.set(run.id, run)
      node.hidden = flows.length === 0
      if (flows.length === 0) return
      feed ??= live().runs(
        { instanceId: id },
        { onChange: (_set, event) => take(event.run, event.type === 'LOG' ? event.lines : []) },
      )
      render()
    } catch (error) {
      if (shown === id) fail(error)
    }
  }

  function take(run: RunFieldsFragment, said: readonly string[]): void {
    const known = runs.get(run.id)
    if (known && hasEnded(known) && !hasEnded(run)) return
    runs.set(run.id, run)
    lines = [...lines, ...said.map((text) => ({ runId: run.id, text }))].slice(-logLinesShown)
    render()
    if (known?.status === run.status) return
    // Status and next tick of a flow follow from its runs a moment later.
    clearTimeout(settle)
    settle = setTimeout(() => shown && void load(shown), settleMs)
  }

  function render(): void {
    const newest = [...runs.values()].sort((a, b) => a.createdAt.localeCompare(b.createdAt)).slice(-runsShown)
    runs = new Map(newest.map((run) => [run.id, run]))
    chart.show(newest)
    list.replaceChildren(...flows.map(flowItem))
    log.hidden = lines.length === 0
    log.textContent = lines.map(({ text }) => text).join('\n')
  }

  function flowItem(flow: FlowFieldsFragment): HTMLLIElement {
    const active = [...runs.values()].findLast((run) => run.flow.id === flow.id && !hasEnded(run))
    const allowed = mayWrite()
    const act = active
      ? element(
          'button',
          {
            type: 'button',
            disabled: !allowed,
            onclick: () => void attempt(client().mutate(CancelRunDocument, { input: { id: active.id } })),
          },
          'Cancel',
        )
      : element(
          'button',
          {
            type: 'button',
            disabled: !allowed,
            onclick: () =>
              void attempt(client().mutate(TriggerRunDocument, { input: { instanceId: shown!, flow: flow.name } })),
          },
          'Run now',
        )
    return element(
      'li',
      {},
      element(
        'div',
        {},
        element('strong', {}, flow.name),
        ' ',
        element('span', { class: `state ${flow.status.toLowerCase()}` }, flow.status.toLowerCase()),
        act,
      ),
      ...facts(flow).map((fact) => element('small', {}, fact)),
    )
  }

  async function attempt(change: Promise<unknown>): Promise<void> {
    outcome.hidden = true
    await change.catch(fail)
  }

  function fail(error: unknown): void {
    if (!isMarqueeError(error)) throw error
    outcome.textContent = error.message
    outcome.hidden = false
  }

  function hide(): void {
    shown = null
    feed?.stop()
    feed = null
    clearTimeout(settle)
    node.hidden = true
  }

  function show(id: string): void {
    if (id === shown && openedWith === live()) return
    hide()
    shown = id
    openedWith = live()
    flows = []
    runs = new Map()
    lines = []
    outcome.hidden = true
    void load(id)
  }

  return {
    node,
    /** Who may write, or with which key is read, has changed. */
    allow(): void {
      if (shown) show(shown)
      render()
    },
    show,
    hide,
  }
}

function facts({ schedule, staleReason, lastSuccessAt, upstreams }: FlowFieldsFragment): string[] {
  const next = schedule?.nextTickAt ? `, next ${new Date(schedule.nextTickAt).toLocaleString()}` : ''
  const when = schedule ? `${schedule.expression} ${schedule.timezone}${schedule.enabled ? next : ' (off)'}` : null
  const waits = upstreams.map(
    ({ name, status, instance }) => `${instance.name ?? instance.id} ${name} (${status.toLowerCase()})`,
  )
  return [
    ...(when === null ? [] : [when]),
    ...(staleReason ? [`Stale: ${staleReason.toLowerCase().replaceAll('_', ' ')}`] : []),
    ...(lastSuccessAt ? [`Last success ${new Date(lastSuccessAt).toLocaleString()}`] : []),
    ...(waits.length > 0 ? [`Works on ${waits.join(', ')}`] : []),
  ]
}
