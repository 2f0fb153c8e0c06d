import {
  InstancesDocument,
  MeDocument,
  SpacesDocument,
  type PrincipalFieldsFragment,
  type SpacesQuery,
} from '@marquee/sdk'
import { Refusal } from '../failures.ts'
import { settingsOf, type Client, type Settings } from '../find.ts'

type Space = SpacesQuery['spaces'][number]
export type Principal = Pick<PrincipalFieldsFragment, 'id' | 'kind' | 'displayName'> & { email?: string | null }

/** What kinds of manifest look up besides themselves: the tree of spaces, who there is, and which instance is which. */
export class World {
  readonly client: Client
  /** Server's address, for what is no GraphQL. */
  readonly url: string
  /** Ids of instances by their names in the manifests. */
  readonly instances = new Map<string, string>()
  /** Instances by name as they were before anything was changed; null where each is asked for by itself. */
  instancesRead: Map<string, Settings[]> | null = null
  #spaces: Promise<Space[]> | undefined
  #me: Promise<{ tenantId: string; principal: Principal } | null> | undefined

  constructor(client: Client, url: string) {
    this.client = client
    this.url = url
  }

  /** Reads all instances at once where that is less work than to ask for each of `names` by itself. */
  async readInstances(names: readonly string[]): Promise<void> {
    if (names.length < 20) return
    const { instances } = await this.client.query(InstancesDocument, { first: 1 })
    // A page brings fifty, and costs as much as a few single questions.
    if (instances.totalCount > names.length * 10) return
    const read = new Map<string, Settings[]>(names.map((name) => [name, []]))
    for (const one of await settingsOf(this.client, {})) if (one.name !== null) read.get(one.name)?.push(one)
    this.instancesRead = read
  }

  spaces(): Promise<Space[]> {
    return (this.#spaces ??= this.client.query(SpacesDocument).then(({ spaces }) => spaces))
  }

  /** After something was added to the tree. */
  forgetSpaces(): void {
    this.#spaces = undefined
  }

  me(): Promise<{ tenantId: string; principal: Principal } | null> {
    return (this.#me ??= this.client.query(MeDocument).then(({ me }) => me))
  }

  /** Every project with its path: 'Space/Subspace/Project'. */
  async projects(): Promise<{ id: string; name: string; path: string; isDefault: boolean }[]> {
    const spaces = await this.spaces()
    return spaces.flatMap((space) =>
      space.subspaces.flatMap((subspace) =>
        subspace.projects.map(({ id, name }, index) => ({
          id,
          name,
          path: `${space.name}/${subspace.name}/${name}`,
          isDefault: space.kind === 'SYSTEM' && subspace.kind === 'OFFICIAL' && index === 0,
        })),
      ),
    )
  }

  /** A project by its path or its name; the system's where none is named. */
  async projectId(named: string | undefined): Promise<string | undefined> {
    const projects = await this.projects()
    if (named === undefined) return projects.find(({ isDefault }) => isDefault)?.id
    const found = projects.filter(({ path, name, id }) => [path, name, id].includes(named))
    if (found.length === 1) return found[0]!.id
    if (found.length === 0)
      throw new Refusal(
        `There is no project ${JSON.stringify(named)}: apply it first, or look with \`marquee get projects\`.`,
      )
    throw new Refusal(
      `Several projects are named ${JSON.stringify(named)}: write ${found.map(({ path }) => path).join(' or ')}.`,
    )
  }

  /** How a manifest names a project: not at all where it is the system's. */
  async projectName(id: string | undefined): Promise<string | undefined> {
    const project = (await this.projects()).find((known) => known.id === id)
    return project === undefined || project.isDefault ? undefined : project.path
  }

  /** Who may be named: those who own a space, and oneself. */
  async principals(): Promise<Principal[]> {
    const me = (await this.me())?.principal
    const owners = (await this.spaces()).map(({ owner }) => owner)
    const all: Principal[] = me ? [...owners, me] : owners
    return [...new Map(all.map((principal) => [principal.id, principal])).values()]
  }

  /** A principal by email, name or id. */
  async principalId(named: string): Promise<string> {
    const found = (await this.principals()).filter(({ id, email, displayName }) =>
      [id, email, displayName].includes(named),
    )
    if (found.length === 1) return found[0]!.id
    throw new Refusal(
      found.length > 1
        ? `Several principals are named ${JSON.stringify(named)}: write the email address.`
        : `Nobody known is named ${JSON.stringify(named)}: a User manifest makes somebody.`,
    )
  }
}
