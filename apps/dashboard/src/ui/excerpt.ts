/** What a screen shows, in one line: its first plain values, then how many items its lists have. */
export function excerpt(props: Record<string, unknown>, max = 90): string {
  const plain: string[] = []
  const lists: string[] = []
  for (const [name, value] of Object.entries(props)) {
    if (Array.isArray(value)) lists.push(`${name}: ${value.length}`)
    else if (typeof value === 'object' && value !== null) lists.push(name)
    else plain.push(`${name}: ${String(value)}`)
  }
  const text = [...plain, ...lists].join(' · ')
  return text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`
}
