import { it } from 'vitest'
import { createMemoryBus } from '../../kit/bus/memory-bus.ts'
import { createPool } from '../../kit/db/pool.ts'
import { createLogger } from '../../kit/log.ts'
import { FactsSource } from '../../services/runtime/engine/facts.ts'
import { changeLifecycle } from '../../services/runtime/engine/lifecycle-change.ts'
import { Publisher } from '../../services/runtime/engine/publisher.ts'
import { StateCache } from '../../services/runtime/engine/state-cache.ts'
import { instanceId, insertInstances } from '../support/insert-instances.ts'
import { testDatabase } from '../support/postgres.ts'
const log = createLogger({ level: 'silent', name: 'test' })
it('measure', async () => {
  const database = await testDatabase()
  const pool = createPool(database.url, { max: 6, name: 'worker', log })
  const facts = new FactsSource({ version: () => Promise.reject(new Error('none')) }, 1000)
  const deps = { pool, facts, cache: new StateCache(), publisher: new Publisher(createMemoryBus(), log, () => 'e') }
  await insertInstances(pool, Array.from({ length: 10000 }, (_, i) => ({ id: instanceId(i), lifecycle: 'ACTIVE', desired_lifecycle: 'ACTIVE', parent_id: i ? instanceId(Math.floor((i - 1) / 10)) : null })))
  const times = new Map<string, number>()
  pool.on('connect', (c) => {
    const q = c.query.bind(c) as any
    c.query = (async (...a: any[]) => { const t = performance.now(); try { return await q(...a) } finally { const k = a[0].name ?? String(a[0]).slice(0, 20); times.set(k, (times.get(k) ?? 0) + performance.now() - t) } }) as any
  })
  for (const event of ['PAUSE', 'RESUME', 'STOP', 'ARCHIVE'] as const) {
    const t = Date.now(), u = process.cpuUsage(); times.clear()
    await changeLifecycle(deps, { tenantId: 't1', instanceId: instanceId(0), actorId: null, writerKind: null, event, isWish: true, changeId: 'chg-' + event.toLowerCase(), action: 'x', reason: null, expectedRevision: null, key: null })
    const cpu = process.cpuUsage(u)
    console.log(event, Date.now() - t, 'ms', 'cpu', cpu.user / 1000, JSON.stringify(Object.fromEntries(times)))
  }
  await pool.end(); await database.drop()
}, 120000)
