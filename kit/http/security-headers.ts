/** Joins directives into a Content-Security-Policy. */
export function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')
}

/** With every answer: what it is not, nobody may take it for, and no page may be led on by it. Pages bring a policy of their own. */
export const apiHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': policy({ 'default-src': "'none'", 'frame-ancestors': "'none'" }),
} as const
