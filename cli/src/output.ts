import { stringify } from 'yaml'
import { UsageError } from './failures.ts'

export const formats = ['table', 'json', 'yaml'] as const
export type Format = (typeof formats)[number]

/** One column of a table: its heading and what stands in it. */
export type Column<Row> = [heading: string, cell: (row: Row) => string | number | null | undefined]

type Colour = 'red' | 'green' | 'yellow' | 'dim' | 'bold'
const codes: Record<Colour, number> = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 }

/** Where answers go, in the format that was asked for. Colours are for terminals, and for those who want them. */
export class Output {
  readonly format: Format
  readonly #colours: boolean

  constructor(format: string, env: NodeJS.ProcessEnv) {
    const known = formats.find((name) => name === format)
    if (!known) throw new UsageError(`-o takes ${formats.join(', ')}, not ${JSON.stringify(format)}.`)
    this.format = known
    this.#colours = process.stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  }

  line(text = ''): void {
    process.stdout.write(`${text}\n`)
  }

  paint(colour: Colour, text: string): string {
    return this.#colours ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text
  }

  /** A list: aligned for people, whole for programs. */
  list<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): void {
    if (this.format !== 'table') return this.value(rows)
    const cells = rows.map((row) => columns.map(([, cell]) => visible(cell(row))))
    const widths = columns.map(([heading], index) =>
      Math.max(heading.length, ...cells.map((line) => line[index]!.length)),
    )
    const draw = (line: string[]) =>
      line
        .map((cell, index) => cell.padEnd(widths[index]!))
        .join('  ')
        .trimEnd()
    this.line(this.paint('bold', draw(columns.map(([heading]) => heading))))
    for (const line of cells) this.line(draw(line))
  }

  /** One thing, whole: as YAML for people. */
  value(value: unknown): void {
    this.line(this.format === 'json' ? JSON.stringify(value, null, 2) : toYaml(value).trimEnd())
  }

  /** One of many that come by and by: a line for people, a line of JSON for programs. */
  event(value: unknown, text: string): void {
    this.line(
      this.format === 'table'
        ? text
        : this.format === 'json'
          ? JSON.stringify(value)
          : `---\n${toYaml(value).trimEnd()}`,
    )
  }

  /** What was done: nothing but the value for programs. */
  done(value: unknown, text: string): void {
    if (this.format === 'table') this.line(text)
    else this.value(value)
  }
}

/** Long texts stay on their line, so that a diff of two exports shows what changed. */
export const toYaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })

/** A name may hold what moves a terminal's cursor. */
const visible = (cell: string | number | null | undefined): string => String(cell ?? '-').replaceAll(/\p{Cc}/gu, ' ')
