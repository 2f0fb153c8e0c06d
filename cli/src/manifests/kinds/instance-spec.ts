import type { InstanceSettingsFragment } from '@marquee/sdk'
import type { Json } from '../manifest.ts'
import { filled } from './upserted.ts'

/** What an instance is when its manifest does not say otherwise; not written by an export. */
export const usual: Json = {
  kind: 'DISPLAY',
  visibility: 'PRIVATE',
  scope: 'PROJECT',
  persistence: 'PERSISTENT',
  upgradeStrategy: 'PIN',
  runtime: 'EDGE',
  config: {},
  metadata: {},
  props: {},
  bindings: [],
  schedules: {},
  upstreams: {},
  lifecycle: 'CREATED',
}

/** What is decided when an instance is made, and never again. */
export const lasting = ['kind', 'definition', 'scope', 'persistence', 'timeslot', 'promotedFrom']

export const members = [
  ...Object.keys(usual),
  'definition',
  'version',
  'maxVersion',
  'placement',
  'timeslot',
  'webhooks',
  'parent',
  'promotedFrom',
]

/** All settings of an instance as a manifest says them, other instances by their ids. */
export function instanceSpec(instance: InstanceSettingsFragment): Json {
  const { definition, definitionVersion, placement, webhooks, flows, timeslot } = instance
  return {
    ...filled({
      definition: definition?.typeKey,
      version: definitionVersion?.version,
      maxVersion: instance.maxVersion,
      parent: instance.parent?.id,
      promotedFrom: instance.promotedFrom?.id,
      timeslot,
      webhooks: webhooks && nonEmpty(filled(webhooks)),
      placement: placement && nonEmpty(placementSpec(placement)),
    }),
    ...Object.fromEntries(
      (['kind', 'visibility', 'scope', 'persistence', 'upgradeStrategy', 'runtime', 'lifecycle'] as const).map(
        (member) => [member, instance[member]],
      ),
    ),
    config: instance.config,
    metadata: instance.metadata,
    props: instance.props,
    bindings: instance.bindings.map(({ key, source, path, strategy, intervalSeconds }) =>
      filled({ key, source, path, strategy, intervalSeconds }),
    ),
    schedules: Object.fromEntries(
      flows.flatMap(({ name, schedule }) => {
        if (!schedule) return []
        const { expression, timezone, enabled, catchUp, concurrency } = schedule
        return [[name, { expression, timezone, enabled, catchUp, concurrency }]]
      }),
    ),
    upstreams: Object.fromEntries(
      flows
        .filter(({ upstreamRefs }) => upstreamRefs.length > 0)
        .map(({ name, upstreamRefs }) => [
          name,
          upstreamRefs.map(({ role, flow }) => ({ instance: flow.instance.id, flow: flow.name, role })),
        ]),
    ),
  }
}

const nonEmpty = (object: Json): Json | null => (Object.keys(object).length === 0 ? null : object)

const placementSpec = ({ location, device, geo, timezone, tags }: NonNullable<InstanceSettingsFragment['placement']>) =>
  filled({ location, device, geo, timezone, tags: tags.length === 0 ? null : [...tags].sort() })

/** The wanted spec, with what it leaves open taken from the present one: equal means that nothing has to be done. */
export function completed(wanted: Json, present: Json): Json {
  const spec = { ...wanted }
  if (isObject(spec.placement)) {
    // A time zone that was not named follows from the coordinates.
    const { timezone } = isObject(present.placement) ? present.placement : {}
    const tags = Array.isArray(spec.placement.tags) ? { tags: [...(spec.placement.tags as string[])].sort() } : {}
    spec.placement = filled({ timezone, ...spec.placement, ...tags })
  }
  if (Array.isArray(spec.bindings)) {
    const known = new Map((present.bindings as Json[]).map((binding) => [binding.key, binding]))
    spec.bindings = (spec.bindings as Json[]).map(({ secret: _secret, url: _url, ...binding }) =>
      filled({ strategy: 'STATIC', intervalSeconds: known.get(binding.key)?.intervalSeconds, ...binding }),
    )
  }
  if (isObject(spec.schedules)) {
    const known = isObject(present.schedules) ? present.schedules : {}
    spec.schedules = Object.fromEntries(
      Object.entries(spec.schedules).map(([flow, schedule]) => [
        flow,
        { ...(known[flow] as Json), ...(schedule as Json) },
      ]),
    )
  }
  if (isObject(spec.upstreams)) {
    const known = isObject(present.upstreams) ? present.upstreams : {}
    spec.upstreams = Object.fromEntries(
      Object.entries(spec.upstreams).map(([flow, upstreams]) => [
        flow,
        (upstreams as Json[]).map((upstream, index) => {
          const same = (known[flow] as Json[] | undefined)?.[index]
          return { role: 'input', flow: same?.flow, ...upstream }
        }),
      ]),
    )
  }
  // Who follows versions by itself is where it has come to.
  if ((spec.upgradeStrategy ?? present.upgradeStrategy) !== 'PIN') delete spec.version
  return spec
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
