import { limitNames, limitTable, limitVariable } from '../kit/limits.ts'

/** The text of docs/guides/limits.md: the table of budgets. */
export function limitsGuide(): string {
  const rows = limitNames.map((name) => {
    const { what, unit, default: value, past } = limitTable[name]
    return `| ${what} | ${value.toLocaleString('en')} ${unit} | \`${limitVariable(name)}\` | ${past} |`
  })
  return `# Limits

<!-- Written by \`npm run generate\` from kit/limits.ts. Do not edit. -->

Every request is bounded before the work is done. Each budget has a default and an environment variable that changes it; a change takes effect at the next start.

| budget | default | variable | past it |
|---|---|---|---|
${rows.join('\n')}

## Rates

Reads, writes and subscriptions are counted in token buckets: so many at once, and so many per second come back.

- **Who pays.** A principal pays for itself, an administrator from buckets of its own. Everybody else pays by the address that they come from (IPv6: the /64 network; behind a proxy set \`MARQUEE_TRUSTED_PROXIES\`); a screen pays by its display key as well.
- **What it costs.** A query is one read and one more for each 1,000 points of its [cost](cost.md). A mutation is one write for each root field, aliases counted; \`bulkPatchProps\` is one for each instance that it matches, and refused before any is written. A subscription is one when it begins, nothing while it lasts.
- **What is refused.** The operation alone, with \`RATE_LIMITED\` and \`details.retryAfterMs\`: over HTTP as status 429 with \`Retry-After\`, on a socket as an \`error\` for that id. Nothing of it has been done. What counts as more than fits into a full bucket is \`LIMIT_REACHED\`. The SDK's feeds come back by themselves.
- **Several processes.** With Redis the buckets are shared: each process decides by its own and tells Redis within 100 ms what it gave, so that no request waits for Redis. A key that is used in N processes at the same moment may get N bursts before they know of each other; the excess is paid off before it gets more. While Redis is away each process counts for itself.
- **What the defaults assume.** Ten thousand screens behind one address (one NAT) may all come back after a restart: each opens its page and a few subscriptions, reports what it shows, and reports every 30 seconds from then on. (How many sockets one address has in one process is a row of its own, \`MARQUEE_LIMIT_SOCKETS_PER_ADDRESS\`: raise it for such a site.) A display key is used by up to a thousand screens. Where visitors share no address, lower the \`ADDRESS\` rows.
`
}
