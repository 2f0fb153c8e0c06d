import type { JsonObject } from '../../../../kit/pure/json/json.ts'
import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import { isTypeKey } from '../definitions/check-submission.ts'
import type { ProvisioningSource } from '../definitions/definition.ts'

/** Configuration that others refer to; there are no instances of it (S2-29). */
export type ConfigKind = 'DELIVERY_ENVIRONMENT' | 'LAB_LOCATION' | 'HOSTING_SITE_LOCATION' | 'AUTHORIZATION_POLICY'

export type ConfigResourceRow = {
  id: string
  kind: ConfigKind
  key: string
  title: string | null
  body: JsonObject
  provisioningSource: ProvisioningSource
  revision: number
  createdAt: string
  updatedAt: string
}

const titleLengthMax = 200
const bodyBytesMax = 64 * 1024

/** Every problem of a config resource that somebody sends. */
export function checkConfigResource(given: { key: string; title?: string | null; body: JsonObject }): Problem[] {
  const problems: Problem[] = []
  if (!isTypeKey(given.key)) {
    problems.push({ pointer: '/key', message: "must be lower-case words joined by '-' and '/', such as europe/lab-2" })
  }
  if (given.title && given.title.length > titleLengthMax) {
    problems.push({ pointer: '/title', message: `is longer than ${titleLengthMax} characters` })
  }
  if (Buffer.byteLength(JSON.stringify(given.body)) > bodyBytesMax) {
    problems.push({ pointer: '/body', message: `is larger than ${bodyBytesMax} bytes` })
  }
  return problems
}
