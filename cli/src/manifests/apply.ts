import { isMarqueeError } from '@marquee/sdk'
import { exitCodes, explain, isAway, Refusal, UsageError, type ExitCode } from '../failures.ts'
import { settingsOf } from '../find.ts'
import { deleteWhole } from '../lifecycle.ts'
import { differences, differingMembers, type Difference } from './differences.ts'
import type { Kind, Present } from './kind.ts'
import { kinds } from './kinds/index.ts'
import type { Json, Manifest } from './manifest.ts'
import { referencesOf, resolveReferences } from './references.ts'
import type { World } from './world.ts'

export type Result = {
  kind: string
  name: string
  id: string | null
  result: 'created' | 'configured' | 'unchanged' | 'pruned' | 'failed'
  /** What differed; for what was created nothing. */
  differences: Difference[]
  error?: string[]
}

export type ApplyOptions = {
  /** Only looks. */
  dryRun: boolean
  /** Deletes the instances that carry all these tags and are in no manifest. */
  prune?: string[] | undefined
  report: (result: Result) => void
}

const atOnce = 6

/**
 * Brings the graph to what the manifests say, kind by kind, instances before those that name them. What is refused
 * fails alone; a server that is away ends everything. Answers the exit code.
 */
export async function apply(world: World, manifests: readonly Manifest[], options: ApplyOptions): Promise<ExitCode> {
  check(manifests, options)
  const pass = new Pass(world, manifests, options)
  for (const kind of kinds) {
    const own = manifests.filter((manifest) => manifest.kind === kind.name)
    if (kind.name === 'Instance') await world.readInstances(own.map(({ metadata }) => metadata.name))
    for (const level of levelsOf(kind, own, pass.names)) await inParallel(level, (manifest) => pass.one(kind, manifest))
  }
  await inParallel([...pass.postponed], ([manifest, kind]) => pass.again(kind, manifest))
  for (const result of pass.results.values()) options.report(result)
  if (options.prune && !pass.hasFailed) await prune(world, new Set([...world.instances.values()]), options)
  return pass.hasFailed ? exitCodes.refused : exitCodes.fine
}

/** Everything that can be known to be wrong before anything is written. */
function check(manifests: readonly Manifest[], { prune: tags }: ApplyOptions): void {
  for (const { kind: name, spec, source } of manifests) {
    const kind = kinds.find((known) => known.name === name)
    if (!kind) throw new UsageError(`${source}: /kind must be one of ${kinds.map((known) => known.name).join(', ')}.`)
    const unknown = Object.keys(spec).find((member) => !kind.members.includes(member))
    if (unknown !== undefined)
      throw new UsageError(`${source}: /spec/${unknown} is not known: ${name} has ${kind.members.join(', ')}.`)
    if (name !== 'Instance' || !tags) continue
    const own = (spec.placement as { tags?: string[] } | undefined)?.tags ?? []
    const lacking = tags.find((tag) => !own.includes(tag))
    if (lacking !== undefined)
      throw new UsageError(
        `${source}: with --prune every instance carries the tag ${lacking}: add it to /spec/placement/tags.`,
      )
  }
}

class Pass {
  readonly results = new Map<Manifest, Result>()
  /** Instances that name one which was not there yet. */
  readonly postponed = new Map<Manifest, Kind>()
  readonly #world: World
  readonly #options: ApplyOptions
  readonly names: Names

  constructor(world: World, manifests: readonly Manifest[], options: ApplyOptions) {
    this.#world = world
    this.#options = options
    this.names = namesOf(manifests)
  }

  get hasFailed(): boolean {
    return [...this.results.values()].some(({ result }) => result === 'failed')
  }

  one(kind: Kind, manifest: Manifest): Promise<void> {
    return this.#noting(manifest, async () => {
      const { dryRun } = this.#options
      const { spec, waits } = await this.#resolve(manifest, (name) => this.names.taken.has(name))
      const resolved = { ...manifest, spec }
      const present = await kind.present(this.#world, resolved)
      if (waits) this.postponed.set(manifest, kind)
      if (present) {
        this.#remember(manifest, present.id)
        const found = this.#compare(kind, resolved, present)
        if (found.members.size > 0 && !dryRun) await kind.update(this.#world, resolved, present, spec, found.members)
        return { id: present.id, result: found.members.size > 0 ? 'configured' : 'unchanged', differences: found.list }
      }
      if (dryRun) return { id: null, result: 'created', differences: [] }
      const id = await kind.create(this.#world, resolved, spec)
      this.#remember(manifest, id)
      if (kind.later?.some((member) => member in spec)) await this.#finish(kind, resolved)
      return { id, result: 'created', differences: [] }
    })
  }

  /** Everything is there by now: what had to wait can be said whole. */
  async again(kind: Kind, manifest: Manifest): Promise<void> {
    const before = this.results.get(manifest)
    if (!before || before.result === 'failed' || this.#options.dryRun) return
    await this.#noting(manifest, async () => {
      const { spec } = await this.#resolve(manifest, () => false)
      const isChanged = await this.#finish(kind, { ...manifest, spec })
      return { ...before, result: before.result === 'unchanged' && isChanged ? 'configured' : before.result }
    })
  }

  async #finish(kind: Kind, manifest: Manifest): Promise<boolean> {
    this.#world.instancesRead?.delete(manifest.metadata.name)
    const present = await kind.present(this.#world, manifest)
    if (!present) throw new Refusal(`${manifest.source}: it was there and is gone.`)
    const { members } = this.#compare(kind, manifest, present)
    if (members.size > 0) await kind.update(this.#world, manifest, present, manifest.spec, members)
    return members.size > 0
  }

  #compare(kind: Kind, manifest: Manifest, present: Present) {
    const wanted = kind.comparable?.(manifest.spec, present.spec, manifest) ?? manifest.spec
    return { members: differingMembers(present.spec, wanted), list: differences(present.spec, wanted) }
  }

  #remember(manifest: Manifest, id: string): void {
    if (manifest.kind === 'Instance') for (const name of this.names.of(manifest)) this.#world.instances.set(name, id)
  }

  /** Ids for names. Members that name an instance of these manifests which is not there yet are left out: they wait. */
  async #resolve(manifest: Manifest, mayWait: (name: string) => boolean): Promise<{ spec: Json; waits: boolean }> {
    const known = this.#world.instances
    for (const name of referencesOf(manifest.spec)) {
      if (known.has(name) || mayWait(name)) continue
      const [found, ...more] = await settingsOf(this.#world.client, { name })
      if (!found || more.length > 0)
        throw new Refusal(
          `${manifest.source}: \${instance/${name}} names ${found ? 'several instances' : 'no instance'}.`,
        )
      known.set(name, found.id)
    }
    let waits = false
    const members = Object.entries(manifest.spec).flatMap(([member, value]) => {
      let isWhole = true
      const resolved = resolveReferences(
        value,
        (name) => known.get(name),
        () => (isWhole = false),
      )
      if (!isWhole) waits = true
      return isWhole ? [[member, resolved] as const] : []
    })
    return { spec: Object.fromEntries(members), waits }
  }

  async #noting(manifest: Manifest, work: () => Promise<Omit<Result, 'kind' | 'name'>>): Promise<void> {
    const { kind, metadata } = manifest
    const about = { kind, name: metadata.name }
    try {
      this.results.set(manifest, { ...about, ...(await work()) })
    } catch (error) {
      if (isMarqueeError(error) ? isAway(error) : !(error instanceof Refusal)) throw error
      this.results.set(manifest, { ...about, id: null, result: 'failed', differences: [], error: explain(error) })
    }
  }
}

type Names = { of(manifest: Manifest): string[]; taken: ReadonlySet<string> }

/**
 * How instances may be named by others: with their project, and without where that means no other. Of several of one
 * name, the one in the system's project has the plain name.
 */
function namesOf(manifests: readonly Manifest[]): Names {
  const instances = manifests.filter(({ kind }) => kind === 'Instance')
  const times = new Map<string, number>()
  for (const { metadata } of instances) times.set(metadata.name, (times.get(metadata.name) ?? 0) + 1)
  const of = ({ metadata: { name, project } }: Manifest): string[] => {
    if (project === undefined) return [name]
    return times.get(name) === 1 ? [name, `${project}/${name}`] : [`${project}/${name}`]
  }
  return { of, taken: new Set(instances.flatMap(of)) }
}

/** Those that name none of the others first, then those that name only these, and so on; rings come last, together. */
function levelsOf(kind: Kind, manifests: readonly Manifest[], names: Names): Manifest[][] {
  const levels: Manifest[][] = []
  let left = manifests.map((manifest) => ({ manifest, needs: kind.needs?.(manifest.spec) ?? [] }))
  while (left.length > 0) {
    const open = new Set(left.flatMap(({ manifest }) => names.of(manifest)))
    const ready = left.filter(({ needs }) => needs.every((name) => !open.has(name)))
    const level = ready.length > 0 ? ready : left
    levels.push(level.map(({ manifest }) => manifest))
    left = ready.length > 0 ? left.filter((one) => !ready.includes(one)) : []
  }
  return levels
}

async function prune(
  world: World,
  kept: ReadonlySet<string>,
  { prune: tags = [], dryRun, report }: ApplyOptions,
): Promise<void> {
  const carrying = await settingsOf(world.client, { tags: { all: tags } })
  for (const one of carrying) {
    if (kept.has(one.id)) continue
    if (!dryRun) await deleteWhole(world.client, one)
    report({ kind: 'Instance', name: one.name ?? one.id, id: one.id, result: 'pruned', differences: [] })
  }
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  const worker = async () => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
}
