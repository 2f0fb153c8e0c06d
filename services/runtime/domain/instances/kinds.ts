import type { DefinitionKind, InstanceKind } from '../../../../schema/enums.ts'
import type { JsonObject, Tier } from '../../../../schema/events.ts'
import { madeFrom } from '../../../../schema/kinds.ts'
import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import { backtestConfig } from '../../../../schema/builtin-configs.ts'
import { backtestProblems } from '../data/backtest-config.ts'
import type { FlowTemplate } from '../flows/flow-template.ts'

/** What instances of one kind are and may do (model 2.4). */
export type Kind = {
  /** Which kinds of definition it is made from; null: it needs none. */
  definitionKinds: readonly DefinitionKind[] | null
  /** Only a TIMED kind may have a timeslot of its own. */
  tier: Tier
  /** What recurs by itself: its flows, its dayparts, its timeslot, or nothing. */
  schedulable: 'FLOWS' | 'DAYPARTS' | 'TIMESLOT' | 'NEVER'
  /** Whether it lives alone. What does not needs a parent, whose window it shares. */
  onDemand: boolean
  /** Kinds that may stand below it; ANY leaves it to scopes and limits. */
  children: 'ANY' | readonly InstanceKind[]
  /** What its instances can do again and again where their definition does not say; null: nothing, whatever it says. */
  flows: readonly FlowTemplate[] | null
  /** The executor of a kind whose procedure is fixed. */
  codeRef?: string
  /** JSON Schema of the config of a kind that has no definition to say it. */
  configSchema?: JsonObject
  /** What that schema cannot say; asked of a config that fits it. */
  configProblems?(config: JsonObject): Problem[]
}

const components: InstanceKind[] = ['PIPELINE', 'STORE', 'ACCESSOR']
const timed = { tier: 'TIMED', onDemand: true, flows: [] } as const
const untimed = { tier: 'UNTIMED', schedulable: 'NEVER', children: [], flows: [] } as const
const flow = (name: string, runKind: string): FlowTemplate => ({
  name,
  runKind,
  schedulable: true,
  freshnessSlaSeconds: null,
})

/** The one table of kinds, with what schema/kinds.ts says of each: a new value of InstanceKind does not compile without its rows. */
const kinds: Record<InstanceKind, Omit<Kind, 'definitionKinds'>> = {
  DISPLAY: { ...timed, schedulable: 'DAYPARTS', children: 'ANY' },
  DATASET: { ...timed, schedulable: 'FLOWS', children: components, flows: [flow('refresh', 'PipelineRun')] },
  PIPELINE: { ...untimed, onDemand: true, flows: null },
  STORE: { ...untimed, onDemand: true, flows: null },
  ACCESSOR: { ...untimed, onDemand: true, flows: null },
  SIGNAL: { ...timed, schedulable: 'FLOWS', children: components, flows: [flow('refresh', 'PipelineRun')] },
  EXPERIMENT: { ...untimed, onDemand: true, flows: [flow('preview', 'ExperimentRun')] },
  MODEL: {
    ...timed,
    schedulable: 'FLOWS',
    children: [],
    flows: [flow('training', 'TrainingRun'), flow('inference', 'InferenceRun'), flow('monitoring', 'MonitoringRun')],
  },
  PORTFOLIO_OPTIMIZER: {
    ...timed,
    schedulable: 'FLOWS',
    children: [],
    flows: [flow('optimize', 'PortfolioOptimizationRun')],
  },
  BACKTEST: {
    ...untimed,
    onDemand: true,
    flows: [flow('backtest', 'BacktestRun')],
    codeRef: 'backtest.fixed',
    configSchema: backtestConfig as JsonObject,
    configProblems: backtestProblems,
  },
  SESSION: { ...timed, schedulable: 'TIMESLOT', children: ['SESSION_PART', 'POD', 'HOST'] },
  SESSION_PART: { ...timed, schedulable: 'TIMESLOT', children: ['JOB', 'REPORT', 'POD', 'HOST'] },
  POD: { ...timed, schedulable: 'TIMESLOT', children: ['HOST'] },
  HOST: { ...timed, schedulable: 'TIMESLOT', children: [] },
  JOB: { ...untimed, onDemand: false, flows: [flow('job', 'JobRun')] },
  REPORT: { ...untimed, onDemand: false, flows: [flow('report', 'ReportRun')] },
  HOPPER: { ...timed, schedulable: 'NEVER', children: 'ANY' },
}

export const kindNames = Object.keys(kinds) as InstanceKind[]

export const kindOf = (kind: InstanceKind): Kind => ({ definitionKinds: madeFrom[kind], ...kinds[kind] })
