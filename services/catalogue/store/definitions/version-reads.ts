import type { CatalogueTx } from '../client.ts'

/** The source of a bundle; null when there is none of that hash. */
export async function bundleSource(db: CatalogueTx, hash: string): Promise<string | null> {
  const bundle = await db.bundle.findUnique({ where: { hash }, select: { source: true } })
  return bundle?.source ?? null
}
