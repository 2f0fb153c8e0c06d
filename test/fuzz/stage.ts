import { adminKey } from './servers.ts'
import { definitionStandIn, instanceStandIn, standIns } from './scalar-values.ts'

/** What there is to be asked for: made before the first case, the same for every case. */
export type Stage = {
  /** Nobody but the honest writer means this one. */
  honestId: string
  /** Puts ids of the stage in place of what stands in for them. */
  replace(bytes: Buffer): Buffer
}

const submit =
  'mutation ($input: SubmitDefinitionInput!) { submitDefinition(input: $input) { definitionVersion { id definition { id } } } }'
const publish =
  'mutation ($input: PublishDefinitionVersionInput!) { publishDefinitionVersion(input: $input) { definitionVersion { id } } }'
const create = 'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { instance { id } } }'

/** A schema that its author meant well, and that costs much where patterns backtrack or items are compared in pairs. */
const propsSchema = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    text: { type: 'string', pattern: '^(a+)+$' },
    rows: { type: 'array', uniqueItems: true },
    a: {},
    level: { enum: ['info', 'warning'] },
  },
}

export async function setStage(url: string): Promise<Stage> {
  const known = new Map<string, string>()
  for (const [index, typeKey] of ['fuzz/screen', 'fuzz/plain', 'fuzz/honest'].entries()) {
    const { submitDefinition } = await ask<{
      submitDefinition: { definitionVersion: { id: string; definition: { id: string } } }
    }>(url, submit, {
      input: {
        typeKey,
        kind: 'COMPONENT',
        version: '1.0.0',
        ...(index === 0 ? { propsSchema, defaultProps: { title: 'Untitled' } } : {}),
      },
    })
    await ask(url, publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
    // What retires a definition must not take the honest screen's along.
    if (typeKey !== 'fuzz/honest') known.set(definitionStandIn(index), submitDefinition.definitionVersion.definition.id)
  }
  const make = async (input: object) =>
    (await ask<{ createInstance: { instance: { id: string } } }>(url, create, { input })).createInstance.instance.id
  for (let index = 0; index < standIns.instances; index++) {
    const definitionTypeKey = index < 8 ? 'fuzz/screen' : 'fuzz/plain'
    known.set(
      instanceStandIn(index),
      await make({
        definitionTypeKey,
        name: `fuzz ${index}`,
        visibility: index % 2 === 0 ? 'PUBLIC' : 'PRIVATE',
        placement: { geo: { lat: index, lng: index }, tags: ['fuzz'] },
      }),
    )
  }
  const honestId = await make({ definitionTypeKey: 'fuzz/honest', name: 'honest', visibility: 'PUBLIC' })
  return { honestId, replace: (bytes) => replaceAll(bytes, known) }
}

function replaceAll(bytes: Buffer, known: ReadonlyMap<string, string>): Buffer {
  let replaced: Buffer | null = null
  for (const [standIn, real] of known) {
    for (let at = bytes.indexOf(standIn); at >= 0; at = bytes.indexOf(standIn, at + standIn.length)) {
      replaced ??= Buffer.from(bytes)
      replaced.write(real.padEnd(standIn.length).slice(0, standIn.length), at)
    }
  }
  return replaced ?? bytes
}

/** One request as the administrator. Throws where the answer has errors. */
export async function ask<Data>(url: string, query: string, variables: object): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${adminKey}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(60_000),
  })
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown[] }
  if (errors || !data) throw new Error(`the server refuses: ${JSON.stringify(errors)}`)
  return data
}
