import {
  fieldWeights,
  introspectionShare,
  listSize,
  listSizes,
  mutationWeight,
  pageArguments,
  pageSizeMax,
} from '../gateway/documents/field-costs.ts'
import { limitTable, limitVariable } from '../kit/limits.ts'

const rows = (table: Readonly<Record<string, number>>) =>
  Object.entries(table)
    .map(([path, value]) => `| \`${path}\` | ${value.toLocaleString('en')} |`)
    .join('\n')
const limit = (name: 'costAnonymous' | 'costToken' | 'costAdmin' | 'costIntrospection') =>
  `${limitTable[name].default.toLocaleString('en')} points (\`${limitVariable(name)}\`)`
const quoted = pageArguments.map((name) => `\`${name}\``)

/** The text of docs/guides/cost.md: how the cost of an operation is counted. */
export function costGuide(): string {
  return `# Cost of an operation

<!-- Written by \`npm run generate\` from gateway/documents/field-costs.ts. Do not edit. -->

The gateway prices an operation before it executes it, over HTTP and over a WebSocket alike, subscriptions among them. Above the viewer's limit it is refused with \`QUERY_TOO_EXPENSIVE\`, whose \`details\` are \`{ cost, limit }\`:

- without a key, or with a screen's: ${limit('costAnonymous')}
- with a principal's token: ${limit('costToken')}
- as an administrator: ${limit('costAdmin')}

Ask for the price with \`"extensions": { "cost": true }\` beside \`query\` and \`variables\`; the answer then has \`"extensions": { "cost": { "cost": 6463, "limit": 50000 } }\`. Subscriptions are priced by what one event selects, and answer no extensions.

## How it is counted

- Every field costs 1 point, or its weight in the table below; every mutation costs ${mutationWeight}.
- What is selected in a page costs as often as the page has rows. The rows are the argument ${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}: its literal, its variable, or its default; at least 1 and at most ${pageSizeMax.toLocaleString('en')}. So nested pages multiply: \`{ instances(first: 200) { nodes { definition { instances(first: 200) { nodes { id } } } } } }\` costs 80,610.
- A list of objects without such an argument counts as ${listSize} rows, unless the table says otherwise. A list of plain values is one value.
- What \`@skip\` and \`@include\` may leave out counts as if it were asked for.
- A field below \`__schema\` or \`__type\` costs ${introspectionShare} points. Whoever asks, introspection may cost ${limit('costIntrospection')} of an operation: the standard query of GraphiQL and code generators fits once. Past it the \`details\` are \`{ budget: "costIntrospection", cost, limit }\`.

| field | points |
|---|---|
${rows(fieldWeights)}

| list | rows |
|---|---|
${rows(listSizes)}

Besides, a document as such is bounded (tokens, depth, fragments, repeated names): [limits.md](limits.md).
`
}
