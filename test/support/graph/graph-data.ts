import { ask, unique } from './graph-client.ts'

type At = { url: string }
type Json = Record<string, unknown>

export type ShownInstance = {
  id: string
  revision: number
  name: string | null
  visibility: string
  props: Json
  effectiveProps: Json
  config: Json
  metadata: Json
  cursor: string
  definitionVersion: { id: string; version: string } | null
  placement: {
    location: string | null
    device: string | null
    geo: { lat: number; lng: number } | null
    timezone: string | null
    tags: string[]
  } | null
}
export type Payload = { revision: number; changeId: string; instance: ShownInstance }

export const instanceFields = `id revision name visibility props effectiveProps config metadata cursor
  definitionVersion { id version } placement { location device geo { lat lng } timezone tags }`

const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { revision changeId instance { ${instanceFields} } } }`

/** Every mutation that answers with an InstancePayload, by name. */
export const writes = {
  createInstance: mutation('createInstance', 'CreateInstanceInput'),
  updateInstance: mutation('updateInstance', 'UpdateInstanceInput'),
  patchProps: mutation('patchProps', 'PatchPropsInput'),
  replaceProps: mutation('replaceProps', 'ReplacePropsInput'),
  setPlacement: mutation('setPlacement', 'SetPlacementInput'),
  addTags: mutation('addTags', 'TagsInput'),
  removeTags: mutation('removeTags', 'TagsInput'),
}

export const bulk = `mutation ($input: BulkPatchPropsInput!) {
  bulkPatchProps(input: $input) { changeId targeted changed instances(first: 200) { totalCount nodes { id revision } } }
}`
export const emit = 'mutation ($input: EmitInstanceEventInput!) { emitInstanceEvent(input: $input) { changeId } }'
export const submit =
  'mutation ($input: SubmitDefinitionInput!) { submitDefinition(input: $input) { definitionVersion { id definition { id } } } }'
export const publish =
  'mutation ($input: PublishDefinitionVersionInput!) { publishDefinitionVersion(input: $input) { definitionVersion { id } } }'

/** Runs one of `writes` and answers its payload. */
export async function write(at: At, name: keyof typeof writes, input: Json): Promise<Payload> {
  return (await ask<Record<string, Payload>>(at, writes[name], { input }))[name] as Payload
}

export async function readInstance(at: At, id: string): Promise<ShownInstance | null> {
  return (
    await ask<{ instance: ShownInstance | null }>(at, `query ($id: ID!) { instance(id: $id) { ${instanceFields} } }`, {
      id,
    })
  ).instance
}

export type Definition = { typeKey: string; definitionId: string; versionId: string }

/** A version, submitted; of a new COMPONENT definition unless `input` names one. */
export async function submitVersion(at: At, input: Json = {}): Promise<Definition> {
  const typeKey = (input['typeKey'] as string | undefined) ?? `test/${unique()}`
  const given = { kind: 'COMPONENT', version: '1.0.0', ...input, typeKey }
  const { submitDefinition } = await ask<{
    submitDefinition: { definitionVersion: { id: string; definition: { id: string } } }
  }>(at, submit, { input: given })
  return {
    typeKey,
    versionId: submitDefinition.definitionVersion.id,
    definitionId: submitDefinition.definitionVersion.definition.id,
  }
}

export async function publishVersion(at: At, input: Json = {}): Promise<Definition> {
  const definition = await submitVersion(at, input)
  await ask(at, publish, { input: { definitionVersionId: definition.versionId } })
  return definition
}

/** Props of a screen as the tests have them: one required member with a default, one closed list, one nested object. */
export const screenSchema = {
  type: 'object',
  required: ['title'],
  properties: {
    title: { type: 'string', maxLength: 40 },
    level: { enum: ['info', 'warning'] },
    count: { type: 'integer', minimum: 0 },
    alert: { type: 'object', properties: { text: { type: 'string' } }, additionalProperties: false },
  },
}

export const publishScreen = (at: At, input: Json = {}) =>
  publishVersion(at, { title: 'A screen', propsSchema: screenSchema, defaultProps: { title: 'Untitled' }, ...input })
