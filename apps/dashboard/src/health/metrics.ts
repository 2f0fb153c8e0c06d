export type Sample = { labels: string; value: number }
export type Metric = { name: string; help: string; type: string; samples: Sample[] }

/** Reads the Prometheus text format: what `/metrics` answers. */
export function parseMetrics(text: string): Metric[] {
  const metrics = new Map<string, Metric>()
  const of = (name: string): Metric => {
    const known = metrics.get(name) ?? { name, help: '', type: 'untyped', samples: [] }
    metrics.set(name, known)
    return known
  }
  for (const line of text.split('\n')) {
    const [, kind, about, rest] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? []
    if (about !== undefined && rest !== undefined) {
      if (kind === 'HELP') of(about).help = rest
      else of(about).type = rest
      continue
    }
    const [, name, labels = '', value] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
    if (name === undefined || value === undefined) continue
    const owner = metrics.has(name) ? name : name.replace(/_(bucket|sum|count)$/, '')
    // Buckets of a histogram tell little one by one: how many and how much is what is shown.
    if (name.endsWith('_bucket')) continue
    of(owner).samples.push({
      labels: [name.slice(owner.length + 1), labels].filter(Boolean).join(' '),
      value: Number(value),
    })
  }
  return [...metrics.values()].filter(({ samples }) => samples.length > 0)
}
