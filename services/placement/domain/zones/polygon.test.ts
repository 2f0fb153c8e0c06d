import { describe, expect, it } from 'vitest'
import { checkPolygon, POINTS_MAX, type Position } from './polygon.ts'

const accepted = (polygon: number[][]) => {
  const checked = checkPolygon(polygon, '/polygon')
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked.value
}
const problems = (polygon: number[][]) => {
  const checked = checkPolygon(polygon, '/polygon')
  return checked.ok ? [] : checked.problems
}
const pointers = (polygon: number[][]) => problems(polygon).map(({ pointer }) => pointer)
const ring = (count: number, at = (angle: number): Position => [Math.cos(angle), Math.sin(angle)]) =>
  Array.from({ length: count }, (_, index) => at((2 * Math.PI * index) / count))

const square: Position[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
]

describe('a polygon', () => {
  it('is kept as it was given, in either direction, without its first corner at the end', () => {
    expect(accepted(square)).toEqual({
      polygon: square,
      outline: square,
      bbox: { south: 0, west: 0, north: 10, east: 10 },
    })
    expect(accepted([...square, [0, 0]]).polygon).toEqual(square)
    expect(accepted(square.toReversed()).polygon).toEqual(square.toReversed())
    expect(
      accepted([
        [-0, 0],
        [1, -0],
        [1, 1],
      ]).polygon,
    ).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ])
  })

  it('goes on beyond 180 where it lies across the antimeridian, wherever it begins', () => {
    const outline = [
      [179, -18],
      [181, -18],
      [181, -16],
      [179, -16],
    ]
    const given = [
      [179, -18],
      [-179, -18],
      [-179, -16],
      [179, -16],
    ]
    for (let start = 0; start < 4; start++) {
      const turn = <T>(list: T[]) => [...list.slice(start), ...list.slice(0, start)]
      expect(accepted(turn(given))).toMatchObject({ outline: turn(outline), bbox: { west: 179, east: -179 } })
    }
  })

  it('that ends at 180 may say so from either side', () => {
    expect(
      accepted([
        [179, 0],
        [180, 0],
        [180, 1],
        [179, 1],
      ]).bbox,
    ).toMatchObject({ west: 179, east: 180 })
    expect(
      accepted([
        [179, 0],
        [-180, 0],
        [-180, 1],
        [179, 1],
      ]),
    ).toMatchObject({
      outline: [
        [179, 0],
        [180, 0],
        [180, 1],
        [179, 1],
      ],
      bbox: { west: 179, east: 180 },
    })
    expect(
      accepted([
        [-179, 0],
        [180, 0],
        [180, 1],
        [-179, 1],
      ]),
    ).toMatchObject({
      outline: [
        [-179, 0],
        [-180, 0],
        [-180, 1],
        [-179, 1],
      ],
      bbox: { west: -180, east: -179 },
    })
  })

  it('round a pole holds the pole, opened where nothing stands in the way', () => {
    const { outline, bbox } = accepted([
      [0, 60],
      [120, 80],
      [-120, 70],
    ])
    expect(bbox).toEqual({ south: 60, west: -180, north: 90, east: 180 })
    expect(outline).toEqual([
      [120, 80],
      [240, 70],
      [360, 60],
      [480, 80],
      [480, 90],
      [120, 90],
    ])
    expect(
      accepted([
        [0, -60],
        [-120, -80],
        [120, -70],
      ]).bbox,
    ).toEqual({ south: -90, west: -180, north: -60, east: 180 })
    expect(
      accepted([
        [0, 60],
        [120, 90],
        [-120, 70],
      ]).bbox.north,
    ).toBe(90)
  })

  it('is refused where the pole that it holds cannot be told', () => {
    expect(
      problems([
        [0, 10],
        [120, -10],
        [-120, 10],
      ]),
    ).toEqual([{ pointer: '/polygon', message: expect.stringContaining('goes round the earth') as string }])
    expect(
      pointers([
        [0, 10],
        [100, 20],
        [-160, 30],
        [-60, 40],
        [40, 50],
        [140, 60],
        [-120, 70],
      ]),
    ).toEqual(['/polygon'])
  })

  it('is refused where an edge is as long either way round', () => {
    expect(
      pointers([
        [0, 0],
        [180, 0],
        [90, 10],
      ]),
    ).toEqual(['/polygon/0'])
    expect(
      pointers([
        [0, 0],
        [90, 10],
        [180, 0],
      ]),
    ).toEqual(['/polygon/2'])
  })

  it.each<[string, number[][], number]>([
    [
      'a bow tie',
      [
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
      ],
      0,
    ],
    [
      'one across the antimeridian',
      [
        [175, 0],
        [-175, 10],
        [-175, 0],
        [175, 10],
      ],
      0,
    ],
    [
      'a corner on another edge',
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [5, 0],
        [0, 10],
      ],
      0,
    ],
    [
      'a corner twice',
      [
        [0, 0],
        [10, 0],
        [5, 5],
        [10, 10],
        [0, 10],
        [5, 5],
      ],
      1,
    ],
    [
      'the same corner after itself',
      [
        [0, 0],
        [10, 0],
        [10, 0],
        [5, 5],
      ],
      1,
    ],
    [
      'a way back along an edge',
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [10, 5],
        [0, 5],
      ],
      1,
    ],
    [
      'a line',
      [
        [0, 0],
        [5, 5],
        [10, 10],
      ],
      0,
    ],
    [
      'a way back at the end',
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [5, 0],
      ],
      0,
    ],
  ])('is refused where its edges meet: %s', (_, polygon, edge) => {
    expect(pointers(polygon)).toEqual([`/polygon/${edge}`])
  })

  it('may have corners on a straight line, and turn in as far as it likes', () => {
    expect(
      problems([
        [0, 0],
        [5, 0],
        [10, 0],
        [10, 10],
        [5, 1],
        [0, 10],
      ]),
    ).toEqual([])
  })

  it('names every corner that is none, with its place', () => {
    expect(pointers([[0, 0], [181, 91], [1], [1, 2, 3], [NaN, 0], [0, -90.5]])).toEqual([
      '/polygon/1/0',
      '/polygon/1/1',
      '/polygon/2',
      '/polygon/3',
      '/polygon/4/0',
      '/polygon/5/1',
    ])
  })

  it('has from three corners on as many as a district needs', () => {
    for (const few of [
      [],
      [[0, 0]],
      [
        [0, 0],
        [1, 1],
      ],
      [
        [0, 0],
        [1, 1],
        [0, 0],
      ],
    ])
      expect(pointers(few)).toEqual(['/polygon'])
    const most = ring(POINTS_MAX)
    expect(problems([...most, most[0] as Position])).toEqual([])
    expect(pointers(ring(POINTS_MAX + 1))).toEqual(['/polygon'])
    expect(pointers(ring(100_000))).toEqual(['/polygon'])
  })

  it('wider than the earth is round is refused', () => {
    const spiral = [
      [0, 0],
      [100, 0],
      [-160, 0],
      [-60, 0],
      [40, 0],
      [40, 10],
      [-60, 10],
      [-160, 10],
      [100, 10],
      [0, 10],
    ]
    expect(pointers(spiral)).toEqual(['/polygon'])
  })
})
