import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEventStreamReader, StreamTooLarge } from './event-stream.ts'

const read = (...pieces: string[]) => {
  const reader = createEventStreamReader(1000)
  return pieces.flatMap((piece) => reader.push(piece))
}

describe('createEventStreamReader', () => {
  it('reads messages, with several lines of data joined', () => {
    expect(read('data: one\n\nevent: price\ndata: two\ndata:three\nid: 7\nretry: 500\n\n')).toEqual([
      { event: 'message', data: 'one', id: null, retryMs: null },
      { event: 'price', data: 'two\nthree', id: '7', retryMs: 500 },
    ])
  })

  it('skips comments, unknown fields, a byte order mark and messages without data', () => {
    expect(read('\uFEFF: hello\n\nevent: nothing\n\nfoo: bar\ndata\n\n')).toEqual([
      { event: 'message', data: '', id: null, retryMs: null },
    ])
  })

  it('keeps the last id for later messages, as the resume token is', () => {
    expect(read('id: 1\n\ndata: x\n\n').map(({ id }) => id)).toEqual(['1'])
  })

  it('takes time in proportion to what came, even byte by byte', () => {
    const reader = createEventStreamReader(300_000)
    reader.push('data: ')
    // Read over at every piece, this would be 30,000 million characters and outlast the test.
    for (let index = 0; index < 250_000; index++) reader.push('x')
    expect(reader.push('\n\n')[0]?.data).toHaveLength(250_000)
  })

  it('gives nothing for a message that was cut off', () => {
    expect(read('data: half')).toEqual([])
  })

  it('reads the same wherever the stream is cut, with any line ends', () => {
    const text = 'data: a\r\ndata: b\r\n\r\nid: 1\rdata: ü\r\revent: e\ndata: c\n\n: end\n'
    const whole = read(text)
    expect(whole.map(({ data }) => data)).toEqual(['a\nb', 'ü', 'c'])
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (cuts) => {
        const marks = [0, ...cuts.sort((a, b) => a - b), text.length]
        expect(read(...marks.slice(1).map((mark, index) => text.slice(marks[index], mark)))).toEqual(whole)
      }),
    )
  })

  it('gives up on a message that grows without end, on one line or on many', () => {
    expect(() => read(`data: ${'x'.repeat(2000)}`)).toThrow(StreamTooLarge)
    expect(() => read('data: xxxxxxxxx\n'.repeat(200))).toThrow(StreamTooLarge)
  })
})
