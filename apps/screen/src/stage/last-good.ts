import type { StateStorage } from '@marquee/sdk'
import type { Props } from '../frame/messages.ts'

/** What a component was given, and the revision that asked for it. */
export type Look = { bundleUrl: string; props: Props; revision: number }

export type LastGood = {
  keep(look: Look): void
  /** What to show instead of `broken`, the best first: what was shown well last, then the version before that. */
  insteadOf(broken: Look): Look[]
}

/** The version that is shown and the one before: a bad one may look sound for a while. */
const keepMax = 2

/** What was shown well on this screen, one look for each version, kept for a start without network. */
export function createLastGood(id: string, storage: StateStorage | undefined): LastGood {
  const name = `marquee:good:${id}`
  let looks = load()

  function load(): Look[] {
    try {
      const kept = JSON.parse(storage?.getItem(name) ?? '[]') as unknown
      return Array.isArray(kept) ? kept.filter(isLook) : []
    } catch {
      return []
    }
  }

  return {
    keep(look) {
      const [newest] = looks
      if (newest?.bundleUrl === look.bundleUrl && newest.revision === look.revision) return
      looks = [look, ...looks.filter(({ bundleUrl }) => bundleUrl !== look.bundleUrl)].slice(0, keepMax)
      try {
        storage?.setItem(name, JSON.stringify(looks))
      } catch {
        // Full or forbidden: then it is known for as long as this page lives.
      }
    },
    insteadOf: (broken) =>
      looks.filter(
        ({ bundleUrl, props }) =>
          bundleUrl !== broken.bundleUrl || JSON.stringify(props) !== JSON.stringify(broken.props),
      ),
  }
}

function isLook(value: unknown): value is Look {
  const look = value as Partial<Look> | null
  return (
    typeof look === 'object' &&
    look !== null &&
    typeof look.bundleUrl === 'string' &&
    typeof look.props === 'object' &&
    look.props !== null &&
    Number.isSafeInteger(look.revision)
  )
}
