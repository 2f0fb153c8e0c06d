import { isUtf8 } from 'node:buffer'
import { once } from 'node:events'
import { createReadStream, type WriteStream } from 'node:fs'
import { tooManyRows, type SourceLimits } from './source-limits.ts'

export type Dialect = { delimiter: string; quote: string | null }
/** A row that was not taken: where it stands in the file, in which column, what is there, and what is wrong with it. */
export type Rejected = {
  line: number | null
  row?: number
  column: string | null
  value: string | null
  message: string
}

type Scan = {
  /** Records that are whole, the header among them. */
  records: number
  rejectedCount: number
  rejected: Rejected[]
  /** False: DuckDB must be given a clean copy instead, for rows are rejected or line ends are mixed. */
  isRegular: boolean
  newLine: '\n' | '\r\n' | '\r'
  /** Bytes of the longest record. */
  longest: number
}

type Options = Dialect & {
  limits: SourceLimits
  /** The first record is no row. */
  hasHeader: boolean
  columns: readonly string[]
  /** Of the rejected rows as many are kept to be shown. */
  shownMax: number
  /** Takes the good records, one a line. */
  copyTo?: WriteStream
  /** Called with the number of each good record, from 0, and the line where it begins. */
  onRecord?(index: number, line: number): void
}

/** A longer record is a quote that nobody closed. */
const recordBytesMax = 16 * 2 ** 20
const [lf, cr] = [10, 13]

export class CsvFault extends Error {
  override name = 'CsvFault'
}

/**
 * Reads a CSV file record by record, by RFC 4180 and nothing else: DuckDB's own reader stops at some faults without
 * saying where, and its sniffer takes a line that begins with # for a comment. Every record must have a field for each
 * column; fields are text in UTF-8; a quote stands around a whole field or doubled inside one. Throws CsvFault where
 * nothing after a line can be trusted: a quote that is never closed.
 */
export async function scanCsv(file: string, options: Options): Promise<Scan> {
  const scan: Scan = { records: 0, rejectedCount: 0, rejected: [], isRegular: true, newLine: '\n', longest: 0 }
  const state: State = { line: 1, seen: new Set() }
  let rest: Buffer = Buffer.alloc(0)
  const source = createReadStream(file, { highWaterMark: 2 ** 20 })
  // The loop below throws it; an error that comes after the loop was left has nobody else.
  source.on('error', () => {})
  for await (const chunk of source) {
    const block = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer])
    rest = block.subarray(await scanBlock(block, { isLast: false, options, scan, state }))
    if (rest.length > recordBytesMax) throw unclosed(state.line)
  }
  await scanBlock(rest, { isLast: true, options, scan, state })
  const [only] = state.seen
  if (state.seen.size > 1) scan.isRegular = false
  else if (only) scan.newLine = only
  return scan
}

type State = { line: number; seen: Set<Scan['newLine']> }
type Work = { isLast: boolean; options: Options; scan: Scan; state: State }

const unclosed = (line: number) =>
  new CsvFault(`The record that begins on line ${line} has a quote that is never closed.`)

/** Answers how much of the block is dealt with: up to the last record that ends in it. */
async function scanBlock(block: Buffer, { isLast, options, scan, state }: Work): Promise<number> {
  const delimiter = options.delimiter.charCodeAt(0)
  const quote = options.quote === null ? -1 : options.quote.charCodeAt(0)
  const isText = isUtf8(block)
  const good: Buffer[] = []
  let start = 0
  let at = 0
  // Of the present record: its fields, lines that it spans, and what is wrong with it.
  let fields = 1
  let lines = 0
  let fault: string | null = null
  let faultColumn = 0
  let fieldStart = 0
  while (at < block.length || (isLast && start < block.length)) {
    if (at < block.length && block[at] === quote && at === fieldStart) {
      // A quoted field: to its closing quote, doubled ones being part of it.
      at += 1
      for (;;) {
        const close = block.indexOf(quote, at)
        if (close === -1 || (close + 1 === block.length && !isLast)) {
          if (isLast) throw unclosed(state.line)
          return flushed(start)
        }
        for (let each = block.indexOf(lf, at); each !== -1 && each < close; each = block.indexOf(lf, each + 1))
          lines += 1
        at = close + 1
        if (block[at] !== quote) break
        at += 1
      }
      const next = block[at]
      if (at < block.length && next !== delimiter && next !== lf && next !== cr)
        [fault, faultColumn] =
          fault === null ? ['has text after the closing quote of a field', fields - 1] : [fault, faultColumn]
    }
    while (at < block.length && block[at] !== delimiter && block[at] !== lf && block[at] !== cr) {
      if (block[at] === quote && at > fieldStart && block[fieldStart] !== quote)
        [fault, faultColumn] =
          fault === null ? ['has a quote inside a field that is not quoted', fields - 1] : [fault, faultColumn]
      at += 1
    }
    if (at >= block.length && !isLast) break
    if (at < block.length && block[at] === delimiter) {
      fields += 1
      at += 1
      fieldStart = at
      continue
    }
    // A line ends, or the file does.
    const end = at
    if (at < block.length) {
      if (block[at] === cr && at + 1 === block.length && !isLast) break
      const newLine = block[at] === lf ? '\n' : block[at + 1] === lf ? '\r\n' : '\r'
      state.seen.add(newLine)
      at += newLine.length
    }
    take(end)
    state.line += lines + 1
    ;[start, fieldStart, fields, lines, fault] = [at, at, 1, 0, null]
  }
  return flushed(start)

  function take(end: number): void {
    const { columns } = options
    // A line with nothing on it is no record, unless there is but one field that could be empty.
    if (end === start && columns.length > 1) return void (scan.isRegular = false)
    const bytes = block.subarray(start, end)
    const wrong = (message: string, column: string | null) => {
      scan.rejectedCount += 1
      scan.isRegular = false
      if (scan.rejected.length < options.shownMax)
        scan.rejected.push({ line: state.line, column, value: bytes.toString('utf8').slice(0, 200), message })
    }
    if (fault !== null) return wrong(fault, columns[faultColumn] ?? null)
    if (fields !== columns.length)
      return wrong(`has ${fields} fields where there are ${columns.length} columns`, columns[fields] ?? null)
    if (!isText && !isUtf8(bytes)) return wrong('is not UTF-8: say in /encoding what it is', null)
    scan.longest = Math.max(scan.longest, bytes.length)
    options.onRecord?.(scan.records, state.line)
    scan.records += 1
    if (scan.records - (options.hasHeader ? 1 : 0) > options.limits.rowsMax) throw tooManyRows(options.limits)
    if (options.copyTo) good.push(bytes)
  }

  async function flushed(to: number): Promise<number> {
    if (options.copyTo && good.length > 0) {
      const text = Buffer.concat(good.flatMap((bytes) => [bytes, Buffer.from('\n')]))
      if (!options.copyTo.write(text)) await once(options.copyTo, 'drain')
    }
    return to
  }
}

/** The fields of a file's first record, undone of their quotes. `text` is the beginning of the file. */
export function firstRecord(text: string, { delimiter, quote }: Dialect): string[] {
  const fields: string[] = []
  let [at, field] = [0, '']
  for (;;) {
    if (quote !== null && field === '' && text[at] === quote) {
      for (at += 1; at < text.length; at += 1) {
        if (text[at] !== quote) field += text[at]
        else if (text[at + 1] === quote) field += text[(at += 1)]
        else break
      }
      at += 1
    }
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') field += text[at++]
    fields.push(field)
    field = ''
    if (text[at] !== delimiter) return fields
    at += 1
  }
}
