import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../kit/pure/json/canonical-json.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import { checkSubmission } from './check-submission.ts'
import { contentHash } from './content-hash.ts'
import type { VersionContent } from './definition.ts'

function content(change: Partial<VersionContent> = {}): VersionContent {
  const verdict = checkSubmission({ typeKey: 'a', kind: 'COMPONENT', version: '1.0.0' })
  if (!verdict.ok) throw new Error('a plain submission is fine')
  return { ...verdict.content, bundleHash: null, ...change }
}

describe('contentHash', () => {
  it('does not depend on the order of members', () => {
    const one = content({ defaultProps: { a: 1, b: { c: 1, d: 2 } } })
    const other = content({ defaultProps: { b: { d: 2, c: 1 }, a: 1 } })
    expect(contentHash('a', 'COMPONENT', one)).toBe(contentHash('a', 'COMPONENT', other))
  })

  it('changes with everything that defines a version', () => {
    const changes: Partial<VersionContent>[] = [
      { version: '1.0.1' },
      { codeRef: 'x' },
      { bundleHash: 'x' },
      { propsSchema: {} },
      { parametersSchema: {} },
      { defaultProps: { a: 1 } },
      { flowTemplates: [{ name: 'a', runKind: 'b', schedulable: true, freshnessSlaSeconds: null }] },
      { statusAggregationContract: { a: 1 } },
      { lifecycleTemplate: { a: 1 } },
      { childRequirements: [{ a: 1 }] },
      { tests: [{ a: 1 }] },
      { complete: true },
    ]
    const hashes = [{}, ...changes].map((change) => contentHash('a', 'COMPONENT', content(change)))
    expect(
      new Set([...hashes, contentHash('b', 'COMPONENT', content()), contentHash('a', 'POD', content())]).size,
    ).toBe(15)
  })

  it('is what it was before versions had tests, for those that have none', () => {
    const { tests: _tests, complete: _complete, propsMigration: _steps, ...before } = content()
    expect(contentHash('a', 'COMPONENT', content())).toBe(
      sha256Hex(canonicalJson({ typeKey: 'a', kind: 'COMPONENT', ...before })),
    )
  })

  it('takes no notice of what a row has besides', () => {
    const row = { ...content(), id: 'defv-1', createdAt: 'now' }
    expect(contentHash('a', 'COMPONENT', row)).toBe(contentHash('a', 'COMPONENT', content()))
  })
})
