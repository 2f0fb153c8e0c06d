import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool, statementCount } from '../../../kit/db/pool.ts'
import { adminViewer } from '../../../kit/graphql/viewer/viewer.ts'
import { createLogger } from '../../../kit/log.ts'
import type { RuntimeDeps } from '../../../services/runtime/engine/runtime-deps.ts'
import { hierarchyLoaders, type HierarchyLoaders } from '../../../services/runtime/graphql/hierarchy-loaders.ts'
import {
  ancestorIds,
  depthMax,
  effectiveWindows,
  lockSubtree,
  subtreeIds,
  treePages,
  treeSizes,
  type TreePosition,
} from '../../../services/runtime/store/tree/hierarchy-reads.ts'
import { chainsSql, subtreeIdsSql, treePagesSql, windowsSql } from '../../../services/runtime/store/tree/tree.sql.ts'
import { instanceId as id, insertInstances, type InstanceColumns } from '../../support/insert-instances.ts'
import { testDatabase, type TestDatabase } from '../../support/postgres.ts'

const admin = adminViewer('t1', 'someone')
const [chainDepth, treeNodes, strangers] = [1000, 10_000, 40_000]
const chainAt = (depth: number) => id(depth)
const treeAt = (index: number) => id(100_000 + index)
const at = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString()

describe('deep and large trees among many other instances (S3-38, S3-52)', () => {
  let database: TestDatabase
  let pool: Pool

  beforeAll(async () => {
    database = await testDatabase()
    pool = createPool(database.url, { max: 2, name: 'test', log: createLogger({ level: 'warn', name: 'test' }) })
    const rows: InstanceColumns[] = []
    const slot = { timeslot_start: at(0), timeslot_end: at(9) }
    for (let depth = 0; depth <= chainDepth; depth++)
      rows.push({
        id: chainAt(depth),
        parent_id: depth ? chainAt(depth - 1) : null,
        created_at: at(depth),
        ...(depth ? {} : slot),
      })
    // Ten children each, in the order in which they are numbered.
    for (let index = 0; index < treeNodes; index++)
      rows.push({
        id: treeAt(index),
        parent_id: index ? treeAt(Math.floor((index - 1) / 10)) : null,
        created_at: at(index),
      })
    for (let index = 0; index < strangers; index++)
      rows.push({ id: id(1_000_000 + index), parent_id: index % 7 ? id(1_000_000 + index - (index % 7)) : null })
    await insertInstances(pool, rows)
  }, 120_000)
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })

  /** Pages of 8 KB that a statement touches: what it costs, told without a clock. */
  const pagesRead = async (text: string, values: unknown[]) => {
    const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
      values,
    )
    const { 'Shared Hit Blocks': hit = 0, 'Shared Read Blocks': read = 0 } = rows[0]?.['QUERY PLAN'][0].Plan ?? {}
    return hit + read
  }
  const start = (rootId: string): TreePosition => ({ id: rootId, parentId: null, createdAt: at(0), depth: 0 })
  const walk = async (rootId: string, first: number): Promise<string[]> => {
    const seen: string[] = []
    for (let from = start(rootId), more = true; more;) {
      const [page = []] = await treePages(pool, admin, [
        { from, isShown: seen.length === 0, maxDepth: depthMax, first },
      ])
      seen.push(...page.slice(0, first).map((position) => position.id))
      more = page.length > first
      from = page[first - 1] ?? from
    }
    return seen
  }

  it('a chain a thousand deep is told whole from both ends', async () => {
    expect(await walk(chainAt(0), 200)).toEqual(Array.from({ length: chainDepth + 1 }, (_, depth) => chainAt(depth)))
    const above = (await ancestorIds(pool, [chainAt(chainDepth)])).get(chainAt(chainDepth))
    expect(above).toEqual(Array.from({ length: chainDepth }, (_, index) => chainAt(chainDepth - 1 - index)))
    expect((await effectiveWindows(pool, [chainAt(chainDepth)])).get(chainAt(chainDepth))).toEqual({
      start: at(0),
      end: at(9),
    })
  })

  it('a tree of ten thousand is told whole, each once and parents first, in pages', async () => {
    const seen = await walk(treeAt(0), 200)
    expect(seen).toHaveLength(treeNodes)
    const place = new Map(seen.map((each, index) => [each, index]))
    expect(place.size).toBe(treeNodes)
    for (let index = 1; index < treeNodes; index++) {
      expect(place.get(treeAt(index))).toBeGreaterThan(place.get(treeAt(Math.floor((index - 1) / 10))) as number)
    }
    expect(
      await treeSizes(pool, admin, [
        { rootId: treeAt(0), maxDepth: depthMax },
        { rootId: treeAt(0), maxDepth: 2 },
      ]),
    ).toEqual([treeNodes - 1, 110])
  })

  it('a page costs what is on it, wherever it begins and however large the tree and the table are', async () => {
    const page = (from: TreePosition, first: number) =>
      pagesRead(treePagesSql, [
        [from.id],
        [from.parentId],
        [from.createdAt],
        [from.depth],
        [depthMax],
        [false],
        true,
        [first],
        [],
      ])
    const begin = start(treeAt(0))
    const [[, , later] = []] = await treePages(pool, admin, [
      {
        from: { ...start(treeAt(8)), parentId: treeAt(0), createdAt: at(8), depth: 1 },
        isShown: false,
        maxDepth: depthMax,
        first: 200,
      },
    ])
    expect(await page(begin, 200)).toBeLessThan(200 * 20)
    expect(await page(later as TreePosition, 200)).toBeLessThan(200 * 20)
    expect(await page(begin, 20)).toBeLessThan(20 * 20)
  })

  it('a walk up or down costs what it passes, not what the table holds', async () => {
    expect(await pagesRead(chainsSql, [[chainAt(chainDepth)]])).toBeLessThan(chainDepth * 6)
    expect(await pagesRead(chainsSql, [[treeAt(treeNodes - 1)]])).toBeLessThan(50)
    expect(await pagesRead(windowsSql, [[chainAt(3)]])).toBeLessThan(50)
    expect(await pagesRead(subtreeIdsSql, [treeAt(500)])).toBeLessThan(200)
  })

  it('what a page of instances asks of the tree is one statement each, however long the page', async () => {
    const questions: ((loaders: HierarchyLoaders, each: string) => Promise<unknown>)[] = [
      (loaders, parentId) => loaders.children.load({ parentId, first: 3, after: null }),
      (loaders, each) => loaders.childCounts.load(each),
      (loaders, each) => loaders.ancestors.load(each),
      (loaders, each) => loaders.windows.load(each),
      (loaders, each) => loaders.generations.load(each),
    ]
    for (const question of questions) {
      const loaders = hierarchyLoaders({ pool } as RuntimeDeps, admin)
      const before = statementCount(pool)
      await Promise.all(Array.from({ length: 150 }, (_, index) => question(loaders, treeAt(index))))
      expect(statementCount(pool) - before).toBe(1)
    }
  })

  it('a subtree is locked whole for a cascade', async () => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const tree = await lockSubtree(client, treeAt(1))
      expect(tree?.root.id).toBe(treeAt(1))
      expect(tree?.descendants.map((state) => state.id).sort()).toEqual(
        (await subtreeIds(pool, treeAt(1))).filter((each) => each !== treeAt(1)).sort(),
      )
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  })
})
