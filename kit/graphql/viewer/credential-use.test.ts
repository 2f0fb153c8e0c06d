import { describe, expect, it } from 'vitest'
import { createLogger } from '../../log.ts'
import { CredentialUse, type CredentialUses } from './credential-use.ts'

const log = createLogger({ level: 'silent', name: 'test' })

function uses() {
  const told = { written: [] as CredentialUses[], isAway: false, now: 0 }
  const use = new CredentialUse({
    write: async (one) => {
      if (told.isAway) throw new Error('away')
      told.written.push(one)
    },
    log,
    gatherMs: 2 ** 30,
    now: () => told.now,
  })
  return { told, use }
}

describe('the uses of credentials', () => {
  it('are written once a minute for each, however often it is used', async () => {
    const { told, use } = uses()
    for (const tokenId of ['a', 'a', 'b', 'a']) use.note({ tokenId })
    use.note({ keyHash: 'k' })
    await use.flush()
    for (const tokenId of ['a', 'b']) use.note({ tokenId })
    await use.flush()
    told.now = 60_000
    use.note({ tokenId: 'a' })
    await use.flush()
    expect(told.written).toEqual([
      { tokenIds: ['a', 'b'], keyHashes: ['k'] },
      { tokenIds: ['a'], keyHashes: [] },
    ])
  })

  it('are written at the next use where they could not be', async () => {
    const { told, use } = uses()
    told.isAway = true
    use.note({ tokenId: 'a' })
    await use.flush()
    told.isAway = false
    use.note({ tokenId: 'a' })
    await use.flush()
    expect(told.written).toEqual([{ tokenIds: ['a'], keyHashes: [] }])
  })

  it('of keys that somebody invents are bounded', async () => {
    const { told, use } = uses()
    for (let index = 0; index < 10_001; index++) use.note({ keyHash: String(index) })
    await use.flush()
    expect(told.written[0]?.keyHashes.length).toBe(10_000)
  })
})
