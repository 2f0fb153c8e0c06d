import type { InstanceState } from '../../schema/events.ts'

/** Members of an InstanceFilter that ask for one of several values of a state's member, and those that ask for one. */
const oneOf = { ids: 'id', kinds: 'kind', scopes: 'scope', lifecycles: 'lifecycle', readiness: 'readiness' } as const
const equal = { definitionTypeKey: 'definitionTypeKey', ownerId: 'ownerId', projectId: 'projectId', parentId: 'parentId' } as const

/**
 * Whether a state may match a filter: false is certain, true is for the database to judge. Places, tags, presence,
 * texts, props and groups are not looked at; null asks for nothing.
 */
export function mayMatch(filter: unknown, state: InstanceState): boolean {
  const asked = filter as Readonly<Record<string, unknown>>
  for (const [member, of] of Object.entries(oneOf)) {
    const values = asked[member]
    if (Array.isArray(values) && !values.includes(state[of])) return false
  }
  for (const [member, of] of Object.entries(equal)) {
    const value = asked[member]
    if (typeof value === 'string' && value !== state[of]) return false
  }
  return true
}
