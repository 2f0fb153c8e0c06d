import { sameJson } from '@marquee/sdk'
import { diffLines } from './diff-lines.ts'

/** Two values, line by line: what went, what came. */
export function JsonDiff({ from, to, label }: { from: unknown; to: unknown; label: string }) {
  if (sameJson(from, to)) return <p className="hint">{label}: no difference.</p>
  return (
    <pre className="json diff" tabIndex={0} role="region" aria-label={label} dir="ltr">
      {diffLines(textOf(from), textOf(to)).map(({ kind, text }, index) =>
        kind === 'skipped' ? (
          <span key={index} className="skipped">{`… ${text} lines\n`}</span>
        ) : kind === 'same' ? (
          <span key={index}>{`  ${text}\n`}</span>
        ) : kind === 'gone' ? (
          <del key={index}>{`- ${text}\n`}</del>
        ) : (
          <ins key={index}>{`+ ${text}\n`}</ins>
        ),
      )}
    </pre>
  )
}

const textOf = (value: unknown): string[] => (value === undefined ? [] : JSON.stringify(value, null, 2).split('\n'))
