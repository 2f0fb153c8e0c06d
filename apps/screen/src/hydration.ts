import type { DisplayState, ShownInstance } from '@marquee/sdk'

export type Hydration = { state: DisplayState; card: ShownInstance | null }

/**
 * The state that the server has put into the page, taken out of it; null where there is none. The live client looks at
 * it once more before it believes it.
 */
export function takeHydration(doc: Pick<Document, 'getElementById'> = document): Hydration | null {
  const block = doc.getElementById('hydration')
  if (!block) return null
  block.remove()
  try {
    const { state, card = null } = JSON.parse(block.textContent) as Partial<Hydration>
    return typeof state?.cursor === 'string' ? { state, card } : null
  } catch {
    return null
  }
}
