import { InstanceDocument, type InstanceQuery, type MarqueeClient, type StateStorage } from '@marquee/sdk'
import type { ShownInstance } from './frame/messages.ts'

/**
 * Name and place of the instance, which the display feed does not carry. Asked for at the start and when something
 * else than props has changed; kept for a start without network.
 */
export function createInstanceCard(
  client: MarqueeClient,
  id: string,
  storage: StateStorage | undefined,
  onChange: (card: ShownInstance) => void,
) {
  const name = `marquee:instance:${id}`
  let card: ShownInstance = load() ?? { id, name: null, placement: null }
  let asking = false
  /** Told once, or not to be had: nobody waits any longer. */
  let known = card.name !== null || card.placement !== null
  const waiting = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function load(): ShownInstance | null {
    try {
      const kept = JSON.parse(storage?.getItem(name) ?? 'null') as ShownInstance | null
      return kept?.id === id ? kept : null
    } catch {
      return null
    }
  }

  function take(next: ShownInstance): void {
    known = true
    if (JSON.stringify(next) === JSON.stringify(card)) return
    card = next
    onChange(card)
    try {
      storage?.setItem(name, JSON.stringify(card))
    } catch {
      // Full or forbidden: then it is asked for again at the next start.
    }
  }

  async function ask(): Promise<void> {
    timer = undefined
    if (asking) return refresh(1_000)
    asking = true
    try {
      const { instance } = await client.query(InstanceDocument, { id })
      if (instance) take(toCard(instance))
    } catch (error) {
      console.debug('The name and place of the screen are not to be had now:', error)
    } finally {
      asking = false
      known = true
      for (const go of waiting) go()
    }
  }

  /** Spread over `withinMs`: a bulk change or a restart reaches all screens at once. */
  function refresh(withinMs: number): void {
    timer ??= setTimeout(() => void ask(), Math.random() * withinMs)
  }

  return {
    refresh,
    name: (): string | null => card.name,
    /** Told by somebody else than this asks. */
    take,
    /** The card, or what there is of it after `withinMs`: a component that is mounted too early would not learn its name. */
    async atFirst(withinMs: number): Promise<ShownInstance> {
      if (!known && (asking || timer !== undefined)) {
        await new Promise<void>((resolve) => {
          waiting.add(resolve)
          setTimeout(resolve, withinMs)
        })
        waiting.clear()
      }
      return card
    },
    forget() {
      try {
        storage?.removeItem(name)
      } catch {
        // Then there was nothing kept either.
      }
    },
  }
}

function toCard({ id, name, placement }: NonNullable<InstanceQuery['instance']>): ShownInstance {
  return { id, name, placement }
}
