import { ownMember } from '../../kit/pure/json/json.ts'

/**
 * What REST and MCP answer of each thing, by fragment; each is a schema of its own in the OpenAPI document.
 * An instance is answered without what changes between revisions (presence, health): its ETag is its revision, and
 * `InstanceStatus` has the rest.
 */
const fragments: Readonly<Record<string, string>> = {
  Instance: `fragment Instance on Instance {
    id kind name visibility scope persistence lifecycle desiredLifecycle readiness revision cursor url
    definition { id typeKey } definitionVersion { id version } upgradeStrategy maxVersion runtime
    owner { id } project { id } parent { id }
    props effectiveProps config metadata bindings { ...Binding }
    placement { location device geo { lat lng } timezone tags }
    timeslot { start end } startedAt stoppedAt archivedAt createdAt updatedAt
  }`,
  InstanceProps: 'fragment InstanceProps on Instance { id revision props effectiveProps }',
  InstanceBindings: 'fragment InstanceBindings on Instance { id revision bindings { ...Binding } }',
  InstanceStatus: `fragment InstanceStatus on Instance {
    id lifecycle desiredLifecycle readiness presence shownRevision generation observedGeneration
    conditions { type message since details }
    health { status problems { severity source message } }
    flows { id name status lastSuccessAt dataTime staleReason staleSince }
  }`,
  // What the runtime itself knows: a feed of these asks no other subgraph.
  InstanceFeed: `fragment InstanceFeed on Instance {
    id kind name visibility lifecycle desiredLifecycle readiness presence revision props effectiveProps url updatedAt
  }`,
  InstanceRow: `fragment InstanceRow on Instance {
    id kind name lifecycle scope revision url definition { id typeKey } parent { id }
  }`,
  InstanceChange: `fragment InstanceChange on InstanceEvent {
    type cursor revision patch changeId actorId reason at
  }`,
  Binding: `fragment Binding on Binding {
    key source path strategy intervalSeconds state value lastResolvedAt lastError
  }`,
  PropExplanation: `fragment PropExplanation on PropExplanation {
    path value layers { layer value writerId since expiresAt }
  }`,
  Run: `fragment Run on Run {
    id kind status trigger instance { id } flow { id name } createdAt startedAt endedAt attempt maxAttempts
    parameters progress outputs metrics error blockedBy
  }`,
  Definition: `fragment Definition on Definition {
    id typeKey kind title description status project { id } latestVersion { id version } createdAt updatedAt
  }`,
  DefinitionVersion: `fragment DefinitionVersion on DefinitionVersion {
    id version status definition { id typeKey } propsSchema parametersSchema defaultProps codeRef bundleUrl
    complete contentHash createdAt publishedAt
  }`,
  Operator: `fragment Operator on Operator {
    name title description semantics parameters { name kind min max } isCrossSection periods example typeKey
  }`,
  Space: 'fragment Space on Space { id kind name subspaces { ...Subspace } }',
  Subspace: 'fragment Subspace on Subspace { id kind name projects { id name } }',
  Principal: 'fragment Principal on Principal { id kind displayName email }',
  Activity: `fragment Activity on Activity {
    id action actor { id displayName } resourceType resourceId before after changeId at
  }`,
  Location: 'fragment Location on Location { id name geo { lat lng } timezone parent { id } }',
  Zone: 'fragment Zone on Zone { id name shape center { lat lng } radiusMeters polygon }',
  Group: 'fragment Group on Group { id name selector memberIds parent { id } }',
  KvEntry: 'fragment KvEntry on KvEntry { key value revision updatedAt }',
}

export const isFragment = (name: string): boolean => Object.hasOwn(fragments, name)

/** The document with all fragments that it spreads, and that those spread. */
export function withFragments(document: string): string {
  const needed = new Set<string>()
  const collect = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/\.\.\.(\w+)/g)) {
      const fragment = ownMember(fragments, name)
      if (fragment === undefined || needed.has(name)) continue
      needed.add(name)
      collect(fragment)
    }
  }
  collect(document)
  return [document, ...[...needed].map((name) => ownMember(fragments, name))].join('\n')
}
