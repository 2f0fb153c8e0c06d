import { canonicalJson } from '../../../kit/pure/json/canonical-json.ts'
import { BatchedReads } from './batched-reads.ts'
import type { FeedSource, MatchQuestion } from './feed-source.ts'

/** Asks for all live queries of this process at once which instances match: a change is one question, not one for each. */
export class MatchReader extends BatchedReads<MatchQuestion, ReadonlySet<string>> {
  constructor(source: Pick<FeedSource, 'matchAmong'>) {
    super(
      (questions) => source.matchAmong(questions),
      ({ viewer, filter, ids }) => `${viewer.tenantId} ${viewer.scopes.join(',')} ${canonicalJson([filter, ids])}`,
    )
  }
}
