import { afterEach, beforeAll, expect } from 'vitest'
import { ask } from './graph-client.ts'
import { publishScreen, write, type Definition } from './graph-data.ts'
import type { RunningMarquee } from '../marquee.ts'

export type Witness<Made> = { id: string; screen: Definition; made: Made }

const everything = `query ($id: ID!) {
  instance(id: $id) { revision props effectiveProps config name placement { tags geo { lat lng } } history { totalCount } definition { status versions { totalCount } } }
  instances { totalCount } definitions { totalCount } locations { totalCount } tags { tag count }
}`

/**
 * A definition and a placed instance that bad requests are aimed at, and what else `prepare` makes. After every test
 * of the surrounding suite all of it, and the number of everything else, must be as before, and every process alive
 * and ready. The members are there when the first test runs.
 */
export function unharmed<Made = null>(
  marquee: RunningMarquee,
  prepare?: (screen: Definition) => Promise<Made>,
): Witness<Made> {
  const witness = {} as Witness<Made>
  let before: unknown
  beforeAll(async () => {
    const screen = await publishScreen(marquee)
    const placement = { geo: { lat: 10, lng: 20 }, tags: ['kept'] }
    const { instance } = await write(marquee, 'createInstance', {
      definitionTypeKey: screen.typeKey,
      name: 'Witness',
      props: { title: 'Kept' },
      placement,
    })
    Object.assign(witness, { id: instance.id, screen, made: prepare ? await prepare(screen) : null })
    before = await ask(marquee, everything, { id: instance.id })
  })
  afterEach(async () => {
    expect(await ask(marquee, everything, { id: witness.id })).toEqual(before)
    for (const { role, url } of marquee.parts) {
      for (const path of ['/healthz', '/readyz']) expect((await fetch(url + path)).status, `${role} ${path}`).toBe(200)
    }
  })
  return witness
}
