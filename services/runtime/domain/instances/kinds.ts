import type { JsonObject } from '../../../../schema/events.ts'
import { backtestConfig } from '../data/backtest-config.ts'
import type { FlowTemplate } from '../flows/flow-template.ts'

/** What instances of one kind are and may do (model 2.4). */
export type Kind = {
  /** Which kinds of definition it is made from; null: it needs none. */
  definitionKinds: readonly string[] | null
  /** Only a TIMED kind may have a timeslot of its own. */
  tier: 'TIMED' | 'UNTIMED'
  /** What recurs by itself: its flows, its dayparts, its timeslot, or nothing. */
  schedulable: 'FLOWS' | 'DAYPARTS' | 'TIMESLOT' | 'NEVER'
  /** Whether it lives alone. What does not needs a parent, whose window it shares. */
  onDemand: boolean
  /** Kinds that may stand below it; ANY leaves it to scopes and limits. */
  children: 'ANY' | readonly string[]
  /** What its instances can do again and again where their definition does not say; null: nothing, whatever it says. */
  flows: readonly FlowTemplate[] | null
  /** The executor of a kind whose procedure is fixed. */
  codeRef?: string
  /** JSON Schema of the config of a kind that has no definition to say it. */
  configSchema?: JsonObject
}

const components = ['PIPELINE', 'STORE', 'ACCESSOR']
const timed = { tier: 'TIMED', onDemand: true, flows: [] } as const
const untimed = { tier: 'UNTIMED', schedulable: 'NEVER', children: [], flows: [] } as const
const flow = (name: string, runKind: string): FlowTemplate => ({ name, runKind, schedulable: true, freshnessSlaSeconds: null })

/** The one table of kinds: a new kind is a new row here and a new value of InstanceKind. */
const kinds: Record<string, Kind> = {
  DISPLAY: { ...timed, definitionKinds: ['COMPONENT'], schedulable: 'DAYPARTS', children: 'ANY' },
  DATASET: { ...timed, definitionKinds: ['PIPELINE'], schedulable: 'FLOWS', children: components, flows: [flow('refresh', 'PipelineRun')] },
  PIPELINE: { ...untimed, definitionKinds: ['PIPELINE'], onDemand: true, flows: null },
  STORE: { ...untimed, definitionKinds: ['STORE'], onDemand: true, flows: null },
  ACCESSOR: { ...untimed, definitionKinds: ['ACCESSOR'], onDemand: true, flows: null },
  SIGNAL: { ...timed, definitionKinds: ['PIPELINE'], schedulable: 'FLOWS', children: components, flows: [flow('refresh', 'PipelineRun')] },
  EXPERIMENT: { ...untimed, definitionKinds: ['OP', 'OP_MACRO'], onDemand: true, flows: [flow('preview', 'ExperimentRun')] },
  MODEL: {
    ...timed, definitionKinds: ['ML_MODULE'], schedulable: 'FLOWS', children: [],
    flows: [flow('training', 'TrainingRun'), flow('inference', 'InferenceRun'), flow('monitoring', 'MonitoringRun')],
  }, // prettier-ignore
  PORTFOLIO_OPTIMIZER: {
    ...timed, definitionKinds: ['PORTFOLIO_OPTIMIZER'], schedulable: 'FLOWS', children: [],
    flows: [flow('optimize', 'PortfolioOptimizationRun')],
  }, // prettier-ignore
  BACKTEST: { ...untimed, definitionKinds: null, onDemand: true, flows: [flow('backtest', 'BacktestRun')], codeRef: 'backtest.fixed', configSchema: backtestConfig },
  SESSION: { ...timed, definitionKinds: ['SESSION'], schedulable: 'TIMESLOT', children: ['SESSION_PART', 'POD', 'HOST'] },
  SESSION_PART: { ...timed, definitionKinds: ['PART'], schedulable: 'TIMESLOT', children: ['JOB', 'REPORT', 'POD', 'HOST'] },
  POD: { ...timed, definitionKinds: ['POD'], schedulable: 'TIMESLOT', children: ['HOST'] },
  HOST: { ...timed, definitionKinds: ['HOST'], schedulable: 'TIMESLOT', children: [] },
  JOB: { ...untimed, definitionKinds: ['JOB'], onDemand: false, flows: [flow('job', 'JobRun')] },
  REPORT: { ...untimed, definitionKinds: ['REPORT'], onDemand: false, flows: [flow('report', 'ReportRun')] },
  HOPPER: { ...timed, definitionKinds: ['SCOPE_CONFIG'], schedulable: 'NEVER', children: 'ANY' },
}

export const kindNames: readonly string[] = Object.keys(kinds)

/** Undefined where there are no instances of that kind. */
export const kindOf = (kind: string): Kind | undefined => (Object.hasOwn(kinds, kind) ? kinds[kind] : undefined)
