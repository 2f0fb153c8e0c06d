import { Counter, type Registry } from 'prom-client'

/** Counts what came of attempts to send a webhook; `failed` ones are tried again, `dead` ones are not. */
export function deliveryCounter(
  registry: Registry | undefined,
): (event: string, result: 'delivered' | 'failed' | 'dead') => void {
  if (!registry) return () => {}
  const counter = new Counter({
    name: 'marquee_webhook_attempts_total',
    help: 'Attempts to send a webhook, by what they came to.',
    labelNames: ['event', 'result'],
    registers: [registry],
  })
  return (event, result) => counter.inc({ event, result })
}
