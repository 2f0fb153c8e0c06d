import { expect, it } from 'vitest'
import { parseMetrics } from './metrics.ts'

it('reads gauges, counters with labels and the sum and count of histograms', () => {
  const text = `# HELP sockets_open Open sockets.
# TYPE sockets_open gauge
sockets_open 3
# HELP lag_seconds Lag.
# TYPE lag_seconds histogram
lag_seconds_bucket{le="0.1"} 4
lag_seconds_sum 1.5
lag_seconds_count 5
requests_total{code="200",path="/a b"} 1e3
`
  expect(parseMetrics(text)).toEqual([
    { name: 'sockets_open', help: 'Open sockets.', type: 'gauge', samples: [{ labels: '', value: 3 }] },
    {
      name: 'lag_seconds',
      help: 'Lag.',
      type: 'histogram',
      samples: [
        { labels: 'sum', value: 1.5 },
        { labels: 'count', value: 5 },
      ],
    },
    { name: 'requests_total', help: '', type: 'untyped', samples: [{ labels: 'code="200",path="/a b"', value: 1000 }] },
  ])
})
