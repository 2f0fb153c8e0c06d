/** SHA-256 in hex. Without WebCrypto (a page served over plain http in a local network has none), by hand. */
export async function sha256Hex(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined
  const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes)
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** FIPS 180-4, straight from its definition; a bundle of a megabyte takes about 50 ms, once. */
export function sha256(message: Uint8Array): Uint8Array {
  const { rounds, start } = constants()
  const state = new Uint32Array(start)
  const padded = new Uint8Array((((message.length + 8) >> 6) + 1) << 6)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x20000000))
  view.setUint32(padded.length - 4, message.length << 3)
  const words = new Uint32Array(64)
  for (let offset = 0; offset < padded.length; offset += 64) {
    for (let i = 0; i < 64; i += 1) {
      words[i] = i < 16 ? view.getUint32(offset + i * 4) : mix(words, i)
    }
    compress(state, words, rounds)
  }
  const result = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => result.setUint32(index * 4, word))
  return new Uint8Array(result.buffer)
}

function compress(state: Uint32Array, words: Uint32Array, rounds: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i += 1) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + rounds[i]! + words[i]!) | 0
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] = (state[index]! + word) | 0))
}

function mix(words: Uint32Array, i: number): number {
  const [before15, before2] = [words[i - 15]!, words[i - 2]!]
  const small0 = rotate(before15, 7) ^ rotate(before15, 18) ^ (before15 >>> 3)
  const small1 = rotate(before2, 17) ^ rotate(before2, 19) ^ (before2 >>> 10)
  return words[i - 16]! + small0 + words[i - 7]! + small1
}

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by))

let known: { rounds: Uint32Array; start: Uint32Array } | undefined

/** The first 32 bits of the fractions of the cube and square roots of the first primes. */
function constants(): { rounds: Uint32Array; start: Uint32Array } {
  if (known) return known
  const primes: number[] = []
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  const fraction = (root: number) => ((root % 1) * 0x100000000) | 0
  return (known = {
    rounds: Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    start: Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  })
}
