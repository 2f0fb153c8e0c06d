export type DiffLine = { kind: 'same' | 'gone' | 'new' | 'skipped'; text: string }

const around = 3
/** Beyond this many lines a table of all pairs costs too much: everything counts as changed. */
const linesMax = 1_500

/** The shortest way from the one to the other, with three lines around what differs. */
export function diffLines(from: readonly string[], to: readonly string[]): DiffLine[] {
  const lines = from.length * to.length > linesMax ** 2 ? replaced(from, to) : shortest(from, to)
  const isNear = (index: number): boolean =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same')
  const shown: DiffLine[] = []
  let skipped = 0
  lines.forEach((line, index) => {
    if (!isNear(index)) return void (skipped += 1)
    if (skipped > 0) shown.push({ kind: 'skipped', text: String(skipped) })
    skipped = 0
    shown.push(line)
  })
  return skipped > 0 ? [...shown, { kind: 'skipped', text: String(skipped) }] : shown
}

const replaced = (from: readonly string[], to: readonly string[]): DiffLine[] => [
  ...from.map((text) => ({ kind: 'gone' as const, text })),
  ...to.map((text) => ({ kind: 'new' as const, text })),
]

/** Longest common subsequence, by the table of all suffixes. */
function shortest(from: readonly string[], to: readonly string[]): DiffLine[] {
  const width = to.length + 1
  const common = new Uint16Array((from.length + 1) * width)
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        from[i] === to[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j])
      lines.push({ kind: 'same', text: from[((j += 1), i++)]! })
    else if (j >= to.length || (i < from.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!))
      lines.push({ kind: 'gone', text: from[i++]! })
    else lines.push({ kind: 'new', text: to[j++]! })
  }
  return lines
}
