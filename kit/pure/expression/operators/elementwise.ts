import { pointwise, seriesWise, finite, type Frame } from '../frame.ts'
import { operator, periods, periodsMax, values, type Operator } from './operator.ts'

const back = (min: number) => periods(min, `How many periods back; from ${min} to ${periodsMax}.`)

const unary = (
  name: string,
  title: string,
  description: string,
  semantics: string,
  apply: (value: number) => number,
): Operator =>
  operator({
    name,
    title,
    description: `${name}(x) is ${description}`,
    semantics,
    apply: ([x], _numbers, length) => pointwise([x as Frame], length, ([value]) => apply(value as number)),
  })

/** Against the value n periods before. */
const lagged = (
  name: string,
  title: string,
  description: string,
  semantics: string,
  apply: (now: number, before: number) => number,
): Operator =>
  operator({
    name,
    title,
    description,
    semantics,
    parameters: [values(), back(1)],
    example: `${name}(price, 1)`,
    apply: ([x], [n = 0], length) =>
      seriesWise([x as Frame], length, (to, from) => {
        to.fill(NaN, 0, n)
        for (let t = n; t < length; t++) to[t] = finite(apply(from[t] as number, from[t - n] as number))
      }),
  })

const isMissing = Number.isNaN

export const elementwise: readonly Operator[] = [
  operator({
    name: 'REF',
    title: 'Value some periods ago',
    description: 'REF(x, n) is the value that x had n periods before; null for the first n. It never looks ahead.',
    semantics: 'pandas: x.shift(n). Qlib: Ref($x, n).',
    parameters: [values('x', 'any'), back(0)],
    result: 'operand',
    example: 'REF(price, 1)',
    apply: ([x], [n = 0], length) =>
      seriesWise([x as Frame], length, (to, from) => {
        to.fill(NaN, 0, n)
        if (n < length) to.set(from.subarray(0, length - n), n)
      }),
  }),
  lagged(
    'DELTA',
    'Change over some periods',
    'DELTA(x, n) is x - REF(x, n); null where one of the two is.',
    'pandas: x.diff(n). Qlib: Delta($x, n).',
    (now, before) => now - before,
  ),
  lagged(
    'RETURN',
    'Relative change over some periods',
    'RETURN(x, n) is x / REF(x, n) - 1; null where one of the two is, and where the earlier one is 0.',
    'pandas: x / x.shift(n) - 1, which is x.pct_change(n, fill_method=None).',
    (now, before) => now / before - 1,
  ),
  unary('ABS', 'Absolute value', 'x without its sign.', 'pandas: x.abs(). Qlib: Abs($x).', Math.abs),
  unary(
    'SIGN',
    'Sign',
    '1 where x is positive, -1 where it is negative, and 0 where it is 0.',
    'numpy: np.sign(x). Qlib: Sign($x).',
    (value) => Math.sign(value) + 0,
  ),
  unary(
    'LOG',
    'Natural logarithm',
    'the natural logarithm of x; null where x is not positive.',
    'numpy: np.log(x), infinities taken for missing. Qlib: Log($x).',
    Math.log,
  ),
  unary(
    'EXP',
    'Exponential',
    'e to the power of x; null where that is no finite number.',
    'numpy: np.exp(x).',
    Math.exp,
  ),
  unary('SQRT', 'Square root', 'the square root of x; null where x is negative.', 'numpy: np.sqrt(x).', Math.sqrt),
  operator({
    name: 'IF',
    title: 'One of two values',
    description: 'IF(c, a, b) is a where the condition c is true and b where it is false; null where c is null.',
    semantics: 'numpy: np.where(c, a, b), null where c is. Qlib: If(c, a, b).',
    parameters: [values('condition', 'boolean'), values('a'), values('b')],
    example: 'IF(price > MEAN(price, 3), price, 0)',
    apply: (frames, _numbers, length) =>
      pointwise(frames, length, ([c, a, b]) => (isMissing(c) ? NaN : c === 0 ? (b as number) : (a as number))),
  }),
  operator({
    name: 'AND',
    title: 'Both are true',
    description: 'AND(a, b) is true where both are; null where one of them is null.',
    semantics: 'pandas: a & b, null where one is.',
    parameters: [values('a', 'boolean'), values('b', 'boolean')],
    result: 'boolean',
    example: 'AND(price > 1, price < 10)',
    apply: (frames, _numbers, length) => pointwise(frames, length, ([a, b]) => (a as number) * (b as number)),
  }),
  operator({
    name: 'OR',
    title: 'One is true',
    description: 'OR(a, b) is true where one of them is; null where one of them is null.',
    semantics: 'pandas: a | b, null where one is.',
    parameters: [values('a', 'boolean'), values('b', 'boolean')],
    result: 'boolean',
    example: 'OR(price < 1, price > 2)',
    apply: (frames, _numbers, length) =>
      pointwise(frames, length, ([a, b]) => (isMissing(a) || isMissing(b) ? NaN : Math.max(a as number, b as number))),
  }),
  operator({
    name: 'NOT',
    title: 'The opposite',
    description: 'NOT(a) is true where a is false; null where a is null.',
    semantics: 'pandas: ~a, null where a is.',
    parameters: [values('a', 'boolean')],
    result: 'boolean',
    example: 'NOT(price > 5)',
    apply: (frames, _numbers, length) => pointwise(frames, length, ([a]) => 1 - (a as number)),
  }),
]
