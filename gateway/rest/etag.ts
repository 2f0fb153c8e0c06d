import { AppError } from '../../kit/errors/app-error.ts'

/** The entity tag of a revision. */
export const etagOf = (revision: number): string => `"${revision}"`

/** The revision that `If-Match` demands. Throws CONDITION_FAILED for tags that no revision of ours has. */
export function revisionIn(match: string): number {
  const [, digits] = /^"(\d{1,10})"$/.exec(match.trim()) ?? []
  const revision = Number(digits)
  if (digits !== undefined && revision < 2 ** 31) return revision
  throw new AppError('CONDITION_FAILED', {
    public: 'If-Match must be one ETag as this server gave it, such as "12".',
  })
}

/** Whether `If-None-Match` names this tag. */
export const isKnown = (noneMatch: string | undefined, etag: string): boolean =>
  noneMatch !== undefined &&
  noneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
