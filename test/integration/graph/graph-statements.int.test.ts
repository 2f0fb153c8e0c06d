import { beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../support/graph/graph-client.ts'
import { publishScreen, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'

/** One field list through all three subgraphs, for rows of every kind of page. */
const row = `id name effectiveProps
  definition { title latestVersion { version contentHash } versions(first: 2) { totalCount } }
  definitionVersion { version definition { typeKey } }
  owner { displayName } project { name subspace { name space { name } } } parent { name placement { tags } }
  ancestors { name } children(first: 2) { totalCount nodes { id } } effectiveWindow { start } generation observedGeneration
  placement { location geo { lat lng } tags }`

const pages: Record<string, (first: number) => string> = {
  instances: (first) =>
    `{ instances(first: ${first}, filter: { location: "l" }, orderBy: NAME_ASC) { totalCount pageInfo { endCursor } nodes { ${row} } } }`,
  'instances by a filter over runtime and placement': (first) =>
    `{ instances(first: ${first}, filter: { tags: { all: ["t"] }, near: { lat: 0, lng: 0, radiusMeters: 9000000 }, propsContain: { title: "Untitled" } }) { nodes { ${row} } } }`,
  nearby: (first) => `{ nearby(lat: 0, lng: 0, first: ${first}) { distanceMeters instance { ${row} } } }`,
  'instances of definitions of instances': (first) =>
    `{ instances(first: ${first}, filter: { location: "l" }) { nodes { effectiveProps definition { title instances(first: 2) { totalCount nodes { id name placement { tags } children(first: 1) { nodes { id } } } } } } } }`,
  'trees and histories below instances': (first) =>
    `{ instances(first: ${first}, filter: { location: "l" }) { nodes { ${row} descendants(first: 2) { totalCount nodes { id } } history(first: 2) { totalCount nodes { revision instance { name } } } runs(first: 2) { totalCount nodes { id } } flows { name lastRun { id } upstreams { id } downstreams { id } schedule { id } } zones { id } groups { id } } } }`,
  "a definition's instances": (first) =>
    `{ definitions(filter: { kinds: [COMPONENT] }) { nodes { title instances(first: ${first}, filter: { location: "l" }) { totalCount nodes { ${row} } } } } }`,
}

/** A filter that is answered in steps may ask once more or twice where it finds more. */
const differenceMax = 2

eachMode('the number of SQL statements', (marquee) => {
  const instances = 150
  // A statement for each definition of a page would show: a page of 10 has 10 of them, one of 150 all.
  const definitionCount = 15

  /** Sum over all processes. */
  const statements = async () => {
    const texts = await Promise.all(marquee.parts.map(async ({ url }) => (await fetch(`${url}/metrics`)).text()))
    return texts.reduce((sum, text) => sum + Number(/^marquee_db_statements (\d+)$/m.exec(text)?.[1] ?? 0), 0)
  }
  const statementsOf = async (query: string) => {
    const before = await statements()
    await ask(marquee, query)
    return (await statements()) - before
  }
  /** The fewest that each took in many rounds, until they are near enough: what runs in the background can only add. */
  const fewest = async (one: string, other: string): Promise<[number, number]> => {
    let [ones, others] = [Infinity, Infinity]
    for (let round = 0; round < 5 || (round < 60 && Math.abs(others - ones) > differenceMax); round++) {
      ones = Math.min(ones, await statementsOf(one))
      others = Math.min(others, await statementsOf(other))
    }
    return [ones, others]
  }

  beforeAll(async () => {
    const definitions: Awaited<ReturnType<typeof publishScreen>>[] = []
    while (definitions.length < definitionCount) definitions.push(await publishScreen(marquee))
    const create = (index: number, parentId: string) =>
      write(marquee, 'createInstance', {
        definitionTypeKey: definitions[index % definitionCount]!.typeKey,
        parentId,
        name: `Screen ${index}`,
        placement: { location: 'l', geo: { lat: index / 10, lng: index / 5 }, tags: ['t', `n${index}`] },
      })
    // On no page itself: a parent that is has been read already, and would make the longer pages the cheaper ones.
    const { instance } = await write(marquee, 'createInstance', {
      definitionTypeKey: definitions[0]!.typeKey,
      name: 'Parent',
    })
    for (let from = 0; from < instances; from += 25) {
      await Promise.all(Array.from({ length: 25 }, (_, index) => create(from + index, instance.id)))
    }
  }, 240_000)

  describe.each(Object.keys(pages))('of %s across three subgraphs', (name) => {
    const page = pages[name]!

    it('is the same for a page of 10 and of 150, and small', async () => {
      const answer = JSON.stringify(await ask(marquee, page(instances)))
      expect(answer.split('"effectiveProps"').length - 1).toBeGreaterThanOrEqual(instances)
      const [ten, all] = await fewest(page(10), page(instances))
      // One more for each row would be 140, one for each ten rows 14.
      expect(Math.abs(all - ten)).toBeLessThanOrEqual(differenceMax)
      expect(ten).toBeGreaterThan(3)
      expect(ten).toBeLessThan(40)
    }, 120_000)
  })
})
