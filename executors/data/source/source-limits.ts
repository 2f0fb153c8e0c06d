import { ExecutorError } from '../../executor-error.ts'

/** How large a source may be, and what one run keeps on the disk while it reads: budgets of kit/limits.ts. */
export type SourceLimits = {
  /** Of the file itself, and of what it unpacks to. */
  bytesMax: number
  rowsMax: number
  /** What does not fit into memory while rows are sorted and compared. */
  tempBytesMax: number
}

const tooLarge = (limit: number, unit: 'bytes' | 'rows') =>
  new ExecutorError('SOURCE_FAILED', `The source has more than ${limit} ${unit}: split it, or have the limit raised.`, {
    details: { reason: 'TOO_LARGE', pointer: '/path', unit, limit },
  })

export const tooManyBytes = ({ bytesMax }: SourceLimits) => tooLarge(bytesMax, 'bytes')
export const tooManyRows = ({ rowsMax }: SourceLimits) => tooLarge(rowsMax, 'rows')
