import { execFileSync } from 'node:child_process'
import { describe } from 'vitest'

/** Debian's, which has pandas and scipy from its packages; another `python3` may stand before it in the PATH. */
const python = '/usr/bin/python3'

const missing = ((): string | null => {
  try {
    // Found, not loaded: that takes a minute on a machine that does much else.
    const found =
      "import sys; from importlib.util import find_spec; sys.exit(not all(map(find_spec, ['pandas', 'scipy'])))"
    execFileSync(python, ['-c', found], { stdio: 'pipe', timeout: 60_000 })
    return null
  } catch {
    return `${python} with pandas and scipy (apt-get install python3-pandas python3-scipy)`
  }
})()

if (missing !== null && process.env['CI'] === 'true') throw new Error(`Missing: ${missing}. In CI nothing is skipped.`)
// eslint-disable-next-line no-console -- a test that is left out must be seen
if (missing !== null) console.warn(`SKIPPED: comparisons with an independent computation need ${missing}.`)

/** A suite that compares our numbers with those of pandas and scipy. */
export const describeOracle = missing === null ? describe : describe.skip

/** Runs Python with `given` as JSON on its standard input (named `given`); what it puts into `answer` comes back. NaN is null. */
export function askPython<Answer>(code: string, given: unknown): Answer {
  const program = `
import json, sys, math
import numpy as np, pandas as pd
given = json.load(sys.stdin)
def plain(value):
    if isinstance(value, dict): return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)): return [plain(v) for v in value]
    if isinstance(value, (pd.Series, np.ndarray)): return [plain(v) for v in value.tolist()]
    if isinstance(value, pd.DataFrame): return {str(c): plain(value[c]) for c in value.columns}
    if isinstance(value, (bool, np.bool_)): return 1 if value else 0
    if isinstance(value, (float, np.floating)): return float(value) if math.isfinite(value) else None
    if isinstance(value, np.integer): return int(value)
    return value
${code}
json.dump(plain(answer), sys.stdout)
`
  const text = execFileSync(python, ['-W', 'ignore', '-c', program], {
    input: JSON.stringify(given),
    maxBuffer: 2 ** 28,
    timeout: 220_000,
    env: { OPENBLAS_NUM_THREADS: '1', PYTHONHASHSEED: '0' },
  }).toString()
  return JSON.parse(text) as Answer
}
