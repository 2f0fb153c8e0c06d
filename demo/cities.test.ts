import { beforeAll, describe, expect, it } from 'vitest'
import { type City, CITY_COUNT, loadCities } from './cities.ts'

let cities: City[]
beforeAll(async () => {
  cities = await loadCities()
})

describe('the cities of the demo', () => {
  it('are the thousand largest, each with a slug of its own', () => {
    expect(cities).toHaveLength(CITY_COUNT)
    expect(new Set(cities.map((city) => city.slug)).size).toBe(CITY_COUNT)
    for (const city of cities) expect(city.slug).toMatch(/^[a-z]{2}-[a-z0-9]+(-[a-z0-9]+)*$/)
    const sizes = cities.map((city) => city.population)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })

  it('are the same every time', async () => {
    expect(await loadCities()).toEqual(cities)
  })

  it('stand on earth, in a time zone that clocks know', () => {
    for (const { lat, lng, timezone } of cities) {
      expect(Math.abs(lat)).toBeLessThanOrEqual(90)
      expect(Math.abs(lng)).toBeLessThanOrEqual(180)
      expect(() => new Intl.DateTimeFormat('en', { timeZone: timezone })).not.toThrow()
    }
    expect(cities.find((city) => city.slug === 'jp-tokyo')).toMatchObject({ name: 'Tokyo', timezone: 'Asia/Tokyo' })
    expect(cities.find((city) => city.slug === 'br-sao-paulo')).toMatchObject({ name: 'São Paulo', sizeClass: 'mega' })
  })

  it('come in every size and setting', () => {
    expect(new Set(cities.map((city) => city.sizeClass))).toEqual(new Set(['mega', 'large', 'city']))
    const indoor = cities.filter((city) => city.setting === 'indoor').length
    expect(indoor).toBeGreaterThan(200)
    expect(indoor).toBeLessThan(400)
  })
})
