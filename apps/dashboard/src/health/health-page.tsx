import { useEffect, useState } from 'react'
import { setCutOff } from '../graph/connection.ts'
import { isObject } from '../graph/json-schema.ts'
import { Empty, StateWord } from '../ui/controls.tsx'
import { figure } from '../ui/format.ts'
import { parseMetrics, type Metric } from './metrics.ts'

const refreshMs = 5_000

type Reading = { ready: { status: number; body: unknown } | null; metrics: Metric[]; deniedMetrics: boolean }

/** How the installation is: what `/readyz` and `/metrics` of this process say. */
export function HealthPage() {
  const reading = useReading()
  const { parts, ...rest } = isObject(reading?.ready?.body) ? reading.ready.body : {}
  const facts = Object.entries({ ...rest, ...(isObject(parts) ? parts : {}) })
  return (
    <section className="page">
      <header className="page-head">
        <h1>Health</h1>
        {reading?.ready && <StateWord value={reading.ready.status === 200 ? 'READY' : 'ERROR'} />}
      </header>
      {!reading && <Empty>Asking…</Empty>}
      {reading && (
        <>
          <dl className="figures" aria-label="Ready">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{typeof value === 'boolean' ? <StateWord value={value ? 'OK' : 'FAILED'} /> : String(value)}</dd>
              </div>
            ))}
          </dl>
          <h2>Metrics of this process</h2>
          {reading.metrics.length === 0 && (
            <Empty>{reading.deniedMetrics ? 'They are not open to you.' : 'There are none.'}</Empty>
          )}
          {groupsOf(reading.metrics).map(([group, metrics]) => (
            <details key={group} open={group === 'marquee'}>
              <summary>
                {group} <span className="soft">{metrics.length}</span>
              </summary>
              <div className="scroll" tabIndex={0} role="region" aria-label={`Metrics of ${group}`}>
                <table className="lines">
                  <thead>
                    <tr>
                      <th scope="col">Metric</th>
                      <th scope="col">Value</th>
                      <th scope="col">Means</th>
                    </tr>
                  </thead>
                  <tbody>
                    {metrics.flatMap(({ name, help, samples }) =>
                      samples.slice(0, 20).map(({ labels, value }) => (
                        <tr key={name + labels}>
                          <th scope="row">
                            <code>{name.replace(`${group}_`, '')}</code> <span className="soft">{labels}</span>
                          </th>
                          <td className="number">{figure(value)}</td>
                          <td className="soft">{help}</td>
                        </tr>
                      )),
                    )}
                  </tbody>
                </table>
              </div>
            </details>
          ))}
        </>
      )}
    </section>
  )
}

function useReading(): Reading | null {
  const [reading, setReading] = useState<Reading | null>(null)
  useEffect(() => {
    const who = {}
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    const read = async (): Promise<void> => {
      try {
        const [ready, metrics] = await Promise.all([fetch('/readyz'), fetch('/metrics')])
        const body: unknown = await ready.json().catch(() => null)
        const text = metrics.ok ? await metrics.text() : ''
        if (isOver) return
        setCutOff(who, false)
        setReading({ ready: { status: ready.status, body }, metrics: parseMetrics(text), deniedMetrics: !metrics.ok })
      } catch {
        if (!isOver) setCutOff(who, true)
      }
      if (!isOver) timer = setTimeout(() => void read(), refreshMs)
    }
    void read()
    return () => {
      isOver = true
      clearTimeout(timer)
      setCutOff(who, false)
    }
  }, [])
  return reading
}

/** By the first word of their names. */
function groupsOf(metrics: readonly Metric[]): [string, Metric[]][] {
  const groups = Map.groupBy(metrics, ({ name }) => name.split('_')[0]!)
  return [...groups].sort(([a], [b]) => Number(b === 'marquee') - Number(a === 'marquee') || a.localeCompare(b))
}
