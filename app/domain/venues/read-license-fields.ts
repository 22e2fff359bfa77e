import { names } from '../table-words'

/** The columns of a license list and the names under which cities publish them, in English and Spanish. */
export const licenseFields = {
  license: names(`
    license, licence, license number, licence number, license no, license id, licence no,
    lic no, permit, permit number, abra license number, account number, licencia,
    numero de licencia
  `),
  name: names(`
    name, trade name, business name, dba, doing business as, establishment, establishment name,
    premises name, venue, facility name, nombre, nombre comercial
  `),
  address: names(`
    address, street address, premises address, business address, location, site address,
    full address, direccion, domicilio
  `),
  longitude: names('longitude, long, lng, lon, x, longitud'),
  latitude: names('latitude, lat, y, latitud'),
  quadrant: names('quadrant, quad, cuadrante'),
  neighborhood: names(`
    neighborhood, neighbourhood, neighborhood name, area, cluster, barrio, vecindario, colonia
  `),
  firstYear: names(`
    first year, year, since, first licensed, year opened, opened, ano, primer ano
  `),
} as const satisfies Record<string, readonly string[]>
export type LicenseField = keyof typeof licenseFields

/** The year in a cell; none, and a problem, where it is no year. */
export function yearOf(
  cell: string,
  problem: (column: string, why: string) => void,
): number | null {
  if (cell === '') return null
  const year = Number(/^(\d{4})(?:\.0+)?$/.exec(cell)?.[1])
  if (year >= 1800 && year <= 2100) return year
  problem('first year', 'This is not a year; the venue was kept without it.')
  return null
}
