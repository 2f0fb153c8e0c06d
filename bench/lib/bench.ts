import type { Infrastructure } from './infrastructure.ts'

/** How a figure is judged: it should be at most, or at least, so much. */
export type Goal = { most: number } | { least: number }

/** One line of the table. Without a goal it is there to explain another line. */
export type Row = {
  name: string
  figure: number
  unit: 'x' | 'ms' | 's' | 'KB' | '%' | ''
  goal: Goal | null
  /** The absolute figures behind it, for the reader who wants to know where it comes from. */
  detail: string
}

export type BenchContext = {
  infrastructure: Infrastructure
  /** A smaller round, for a look in between: about half a minute instead of up to two. */
  quick: boolean
  /** Where to put CPU profiles; null: none are taken. With them the figures are higher than without. */
  profileDir: string | null
  say(line: string): void
}

export type Bench = { name: string; run(context: BenchContext): Promise<Row[]> }

export const meets = ({ figure, goal }: Row): boolean | null =>
  goal === null ? null : 'most' in goal ? figure <= goal.most : figure >= goal.least
