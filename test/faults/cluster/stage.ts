import {
  CreateInstanceDocument,
  createClient,
  PublishDefinitionVersionDocument,
  SubmitDefinitionDocument,
} from '../../../sdk/src/index.ts'
import { kioskBundle } from '../kiosk.ts'

const typeKey = 'display/under-fire'
/** Every fourth has props beyond the size up to which changes are sent whole: its screens follow by patches. */
const large = 'x'.repeat(6000)
/** The one that a browser may show without a key. */
const publicIndex = 1

/** Makes the instances that are written and watched, and says which of them anyone may see. */
export async function setStage({
  url,
  key,
  instances,
}: {
  url: string
  key: string
  instances: number
}): Promise<{ instanceIds: string[]; publicId: string }> {
  const client = createClient({ url, key })
  const { submitDefinition } = await client.mutate(SubmitDefinitionDocument, {
    input: { typeKey, kind: 'COMPONENT', version: '1.0.0', bundle: kioskBundle, idempotencyKey: 'submit' },
  })
  await client.mutate(PublishDefinitionVersionDocument, {
    input: { definitionVersionId: submitDefinition.definitionVersion.id, idempotencyKey: 'publish' },
  })
  const ids: string[] = []
  for (let index = 0; index < instances; index++) {
    const props = { title: `screen ${index}`, ...(index % 4 === 0 ? { large } : {}) }
    const { createInstance } = await client.mutate(CreateInstanceDocument, {
      input: {
        definitionTypeKey: typeKey,
        name: `under-fire-${index}`,
        visibility: index === publicIndex ? 'PUBLIC' : 'PRIVATE',
        props,
        idempotencyKey: `create-${index}`,
      },
    })
    ids.push(createInstance.instance.id)
  }
  return { instanceIds: ids, publicId: ids[publicIndex]! }
}
