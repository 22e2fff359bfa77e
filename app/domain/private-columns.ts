import { choiceOf, listOf } from '~/words/en/format'
import { plainWords } from './table-words'

/** Columns that are never read, whatever they hold, and what the program says that it does not keep. */
const privateColumns: readonly (readonly [header: RegExp, what: string])[] = [
  [/\b(ssn?|social( security)?|soc sec|seguro social|nss|curp)\b/, 'social security numbers'],
  [/\b(tin|itin|rfc|tax (id|number))\b/, 'tax numbers'],
  [/\b(dob|d o b|birth|birthday|birthdate|born|nacimiento|cumpleanos|age|edad)\b/, 'birth dates'],
  [
    /\b(criminal|convictions?|felony|felonies|misdemeanors?|arrests?|arrested|background( check)?|fingerprints?|warrants?|probation|parole|antecedentes|penales|condenas?|delitos?|arrestos?|huellas)\b/,
    'criminal-justice information',
  ],
  [
    /\b(incidents?|disciplin\w*|write ups?|warnings?|complaints?|accidents?|incidentes?|quejas?|amonestacion\w*|sanciones|accidentes?)\b/,
    'notes about incidents',
  ],
  [/\b(notes?|comments?|remarks?|notas?|comentarios?|observaciones)\b/, 'notes about people'],
  [/\b(address|street|zip|zipcode|postal|domicilio|direccion|calle)\b/, 'home addresses'],
  [/\b(phone|mobile|cell|cellphone|telephone|tel|telefono|celular|movil)\b/, 'phone numbers'],
  [/\b(e ?mail|correo)\b/, 'email addresses'],
  [
    /\b(gender|sex|sexo|genero|race|ethnicity|raza|etnia|etnicidad|religion|nationality|nacionalidad|orientation|disability|discapacidad|marital|estado civil)\b/,
    'personal traits',
  ],
  [
    /\b(pay|wages?|salary|rate|salario|sueldo|pago|paga|bank|routing|iban|banco|cuenta)\b/,
    'pay and bank details',
  ],
  [
    /\b(visa|immigration|work permit|i 9|passport|pasaporte|permiso de trabajo|inmigracion)\b/,
    'immigration papers',
  ],
  [
    /\b(driver( ?s)? licen[cs]e|drivers? (lic|id)|dl( no| number)?|licencia de (conducir|manejo)|emergency contact|contacto de emergencia|medical|medico|health|salud)\b/,
    'other private details',
  ],
]

/** What kind of private fact a column holds, judged by its header; undefined for all other columns. */
export function privateFact(header: string): string | undefined {
  const words = plainWords(header)
  return privateColumns.find(([pattern]) => pattern.test(words))?.[1]
}

/** What kind of private fact a column holds, judged by its cells, where its header says nothing of it. */
export function privateFactIn(cells: readonly string[]): string | undefined {
  if (cells.some((cell) => /\b\d{3}-\d{2}-\d{4}\b/.test(cell))) return 'social security numbers'
  if (cells.some((cell) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(cell))) return 'email addresses'
  return undefined
}

/** "We left out the column “DOB”: the program keeps no birth dates." Null where nothing was left out. */
export function leftOutSentence(columns: readonly { header: string; what: string }[]) {
  if (columns.length === 0) return null
  const named = columnsNamed(columns.map(({ header }) => header))
  return `We left out ${named}: the program keeps no ${choiceOf([...new Set(columns.map(({ what }) => what))])}.`
}

export function columnsNamed(headers: readonly string[]): string {
  const named = listOf(headers.map((header) => `“${header.slice(0, 60)}”`))
  return headers.length === 1 ? `the column ${named}` : `the columns ${named}`
}
