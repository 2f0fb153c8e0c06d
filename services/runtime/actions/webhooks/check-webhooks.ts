import { AppError } from '../../../../kit/errors/app-error.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'

/**
 * Refuses addresses that would never be called: inner ones that are not allowed by name. What a host's name resolves to
 * is looked at when it is called. A text that is no address at all is refused by guardWrite before.
 */
export function checkWebhooks(
  { http }: Pick<RuntimeDeps, 'http'>,
  webhooks: Record<string, unknown> | null | undefined,
): void {
  const problems = Object.entries(webhooks ?? {}).flatMap(([name, url]) => {
    const message = typeof url === 'string' && URL.canParse(url) ? http.refuse(url) : null
    return message === null ? [] : [{ pointer: `/webhooks/${name}`, message }]
  })
  const [first] = problems
  if (first)
    throw new AppError('BAD_USER_INPUT', { public: `${first.pointer} ${first.message}.`, details: { problems } })
}
