/**
 * The value of a decimal number as significant digits and a power of ten, without zeros at either end: -12000.0 and
 * -1.2e4 are both { sign: '-', digits: '12', exponent: 3 }. Equal for numbers of the same value, however they are
 * written. Takes what JSON, GraphQL and JavaScript write.
 */
export function digitsOf(text: string): { sign: '' | '-'; digits: string; exponent: number } {
  const sign = text.startsWith('-') ? '-' : ''
  const [mantissa = '', exponent = '0'] = text.slice(sign.length).toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = whole + fraction
  let first = 0
  while (digits[first] === '0') first++
  if (first === digits.length) return { sign: '', digits: '0', exponent: 0 }
  let last = digits.length
  while (digits[last - 1] === '0') last--
  return {
    sign,
    digits: digits.slice(first, last),
    exponent: Number(exponent) - fraction.length + digits.length - last,
  }
}

export function sameNumber(a: string, b: string): boolean {
  const [one, other] = [digitsOf(a), digitsOf(b)]
  return one.sign === other.sign && one.digits === other.digits && one.exponent === other.exponent
}
