import { moduleExports } from '../../../../kit/pure/es-module.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'

export type BundleVerdict = { ok: true; hash: string } | { ok: false; problem: string }

/** Whether a component's source is what a screen can run: an ES module that exports `mount`. It is never run here. */
export function inspectBundle(source: string): BundleVerdict {
  const refuse = (problem: string): BundleVerdict => ({ ok: false, problem })
  // Neither survives the way through the database: what is served would not have the hash that it is served under.
  if (!source.isWellFormed() || source.includes('\0')) return refuse('contains characters that no text file has')
  const exported = moduleExports(source)
  if (!exported.ok) return refuse(`is not an ES module: ${exported.problem}`)
  if (!exported.names.has('mount')) return refuse("must export a function named 'mount'")
  return { ok: true, hash: sha256Hex(source) }
}
