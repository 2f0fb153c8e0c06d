/** None of them looks like another, on a screen that is seen from afar or said aloud by telephone. */
export const codeAlphabet = 'ACDEFGHJKMNPQRTUVWXY34679'
export const codeLength = 6

/** The code as it was shown, from what somebody has typed; null for what no screen shows. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  const isCode = code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter))
  return isCode ? code : null
}
