import type { StaffPosition } from '~db/vocabulary'
import { names, plainWords } from '../table-words'

/** The words that venues use for a position, in English and Spanish. */
const synonyms: Readonly<Record<StaffPosition, readonly string[]>> = {
  owner: names(`
    owner, co owner, proprietor, licensee, dueno, duena, propietario, propietaria, socio, socia
  `),
  manager: names(`
    manager, general manager, gm, agm, assistant manager, bar manager, gerente, floor manager,
    shift lead, shift leader, supervisor, shift supervisor, mod, manager on duty, director,
    encargado, encargada, beverage director, gerenta, gerente general, subgerente, supervisora,
    administrador, administradora, jefe de turno, jefa de turno, jefe de sala, jefa de sala,
    jefe de piso, capitan de meseros
  `),
  bartender: names(`
    bartender, barkeep, barman, barmaid, mixologist, head bartender, cantinero,
    cantinera, camarero de barra, camarera de barra, barra, bar, sommelier, mixologo, mixologa,
    coctelero, coctelera
  `),
  barback: names(`
    barback, bar back, bar assistant, bar porter, ayudante de barra, ayudante de bar,
    asistente de barra, ayudante de cantinero, auxiliar de barra
  `),
  server: names(`
    server, waiter, waitress, wait staff, waitstaff, cocktail server, cocktail, food runner,
    runner, busser, busboy, bus person, mesero, mesera, camarero, camarera, floor staff,
    mozo, moza, salonero, salonera, garrotero, garrotera, ayudante de mesero,
    ayudante de camarero, corredor de comida
  `),
  host: names(`
    host, hostess, greeter, reservations, maitre d, anfitrion, anfitriona, recepcionista,
    recepcion
  `),
  door: names(`
    door, doorman, doorperson, door staff, door host, id checker, portero, portera, puerta,
    cadenero, control de acceso
  `),
  security: names(`
    security, security guard, security officer, guard, bouncer, seguridad, guardia,
    guardia de seguridad, vigilante
  `),
  kitchen: names(`
    kitchen, cook, line cook, prep cook, chef, sous chef, head chef, dishwasher,
    kitchen manager, kitchen staff, boh, back of house, porter, cocina, cocinero, cocinera,
    lavaplatos, executive chef, expo, jefe de cocina, jefa de cocina, ayudante de cocina,
    ayudante de cocinero, gerente de cocina, pinche, parrillero, parrillera, lavalozas
  `),
  other: names(`
    other, dj, bookkeeper, office, maintenance, cleaner, coat check, cashier, otro, otra, cajero,
    cajera, contador, contadora, oficina, limpieza, mantenimiento, guardarropa
  `),
}

const byWords = new Map(
  (Object.keys(synonyms) as StaffPosition[]).flatMap((position) =>
    synonyms[position].map((words) => [words, position] as const),
  ),
)
const longestFirst = [...byWords].sort(([a], [b]) => b.length - a.length)

/** Finds positions, each text once: a list repeats a few of them. */
export function positionFinder(): (text: string) => StaffPosition | undefined {
  const known = new Map<string, StaffPosition | undefined>()
  return (text) => {
    if (!known.has(text)) known.set(text, findPosition(text))
    return known.get(text)
  }
}

/** The position a cell means: by the whole cell first, else by the longest known words in it. */
export function findPosition(text: string): StaffPosition | undefined {
  const words = plainWords(text)
  if (words === '' || words.length > 80) return undefined
  const whole = byWords.get(words)
  if (whole) return whole
  const padded = ` ${words} `
  return longestFirst.find(([known]) => padded.includes(` ${known} `))?.[1]
}

export type WorkStatus = 'active' | 'on_leave' | 'left'

const statuses: Readonly<Record<WorkStatus, readonly string[]>> = {
  active: names(`
    active, a, current, employed, working, yes, activo, activa, rehired, si, alta, vigente,
    trabajando
  `),
  on_leave: names(`
    on leave, leave, loa, leave of absence, parental leave, maternity leave, medical leave,
    sick leave, furlough, furloughed, de licencia, licencia, de permiso, paid leave,
    unpaid leave, fmla, con licencia, licencia medica, licencia de maternidad, con permiso, permiso,
    incapacidad, baja medica, baja por maternidad
  `),
  left: names(`
    inactive, terminated, left, former, separated, resigned, quit, no, ended, inactivo,
    inactiva, baja, dado de baja, dada de baja, renuncio, despedido, despedida, cesado, cesada,
    jubilado, jubilada, ya no trabaja, term, termed, deceased, retired, laid off
  `),
}

/** Whether a person works, is on leave or has left, as payroll programs word it. */
export function findStatus(text: string): WorkStatus | undefined {
  const words = plainWords(text)
  return (Object.keys(statuses) as WorkStatus[]).find((status) => statuses[status].includes(words))
}
