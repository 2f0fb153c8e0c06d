import { it } from 'vitest'
import { graphql } from '../support/marquee.ts'
import { writes } from '../support/graph-data.ts'
import { eachMode } from '../support/graph-modes.ts'
eachMode('scratch', (marquee) => {
  it('x', async () => {
    const id = 'inst-00000000'
    for (const [q, v, k] of [
      [writes.createInstance, { input: { definitionTypeKey: 'nope' } }],
      [writes.createInstance, { input: { definitionTypeKey: 'nope' } }, null],
      [writes.patchProps, { input: { id, patch: {} } }],
      ['mutation ($input: PatchPropsInput!) { patchProps(input: $input) { revision } }', { input: { id, patch: {} } }],
      ['mutation ($input: PatchPropsInput!) { patchProps(input: $input) { revision instance { definitionVersion { version } } } }', { input: { id, patch: {} } }],
      ['mutation ($input: PatchPropsInput!) { patchProps(input: $input) { revision instance { placement { tags } } } }', { input: { id, patch: {} } }],
      ['{ instances(first: 0) { nodes { id placement { tags } } } }', {}],
      ['{ nearby(lat: 91, lng: 0) { instance { id name } } }', {}],
    ] as const) {
      console.error(marquee.mode, JSON.stringify(await graphql(marquee, q, v, k as null)))
    }
    console.error(marquee.parts.at(-1)?.log().slice(-3000))
  })
})
