import { names, plainWords } from '../table-words'

/** What a staff list can tell, and the names under which spreadsheets and vendors head the column. */
export const rosterFields = {
  firstName: names('first name, first, given name, given names, forename, nombre, nombres'),
  lastName: names('last name, last, surname, family name, apellido, apellidos'),
  fullName: names(`
    name, full name, employee, employee name, staff, staff member, staff name, team member,
    person, student, student name, participant, attendee, learner, trainee, nombre completo,
    nombre y apellido, empleado, empleada, participante
  `),
  position: names(`
    role, position, job, job title, title, job role, duties, works as, puesto, cargo, rol,
    posicion, funcion
  `),
  startedOn: names(`
    hire date, hired, hired on, date hired, date of hire, start date, started, started on,
    employment start, joined, original hire date, fecha de contratacion, fecha de ingreso,
    fecha de inicio, contratado
  `),
  status: names('status, employment status, employee status, estado, estatus, situacion'),
  leftOn: names(`
    termination date, terminated, terminated on, end date, left, left on, last day,
    separation date, date left, fecha de baja, fecha de salida
  `),
  training: names(`
    training, training type, training name, course, course name, course title, program, class,
    certification, certificate, curso, capacitacion, formacion, entrenamiento, programa
  `),
  completedOn: names(`
    completed, completed on, completion date, date completed, exam date, date, training date,
    course date, class date, issued, issue date, date issued, issued on, passed on,
    certified on, taken on, fecha, completado, fecha de finalizacion, fecha del curso,
    fecha de examen, fecha de emision
  `),
  printedExpiry: names(`
    expires, expires on, expiration, expiration date, expiry, expiry date, exp, exp date,
    valid until, valid through, good through, renewal date, vence, vencimiento,
    fecha de vencimiento, valido hasta, caduca
  `),
  certificateNumber: names(`
    certificate number, certificate no, certificate id, cert, cert no, cert number, cert id,
    card number, credential number, certification number, license number, numero de certificado,
    no de certificado, certificado
  `),
  /** Tells two people of one name apart while the file is read, and is not kept. */
  staffNumber: names(`
    employee id, employee number, employee no, staff id, staff number, payroll id,
    payroll number, badge number, emp id, numero de empleado, id de empleado
  `),
} as const satisfies Record<string, readonly string[]>
export type RosterField = keyof typeof rosterFields

/** Columns that are never read, whatever they hold, and what the program says that it does not keep. */
const privateColumns: readonly (readonly [header: RegExp, what: string])[] = [
  [/\b(ssn?|social( security)?|seguro social|nss)\b/, 'social security numbers'],
  [/\b(tin|itin|tax (id|number))\b/, 'tax numbers'],
  [/\b(dob|birth|birthday|birthdate|nacimiento|age|edad)\b/, 'birth dates'],
  [/\b(address|street|zip|postal|domicilio|direccion)\b/, 'home addresses'],
  [/\b(phone|mobile|cell|telephone|telefono|celular)\b/, 'phone numbers'],
  [/\b(e ?mail|correo)\b/, 'email addresses'],
  [/\b(gender|sex|sexo|genero|race|ethnicity|religion|nationality)\b/, 'personal traits'],
  [/\b(pay|wages?|salary|rate|salario|sueldo|bank|routing|iban)\b/, 'pay and bank details'],
  [/\b(visa|immigration|work permit|i 9|passport|pasaporte)\b/, 'immigration papers'],
  [/\b(driver( ?s)? licen[cs]e|emergency contact|medical|health)\b/, 'other private details'],
]

/** What kind of private fact a column holds, judged by its header; undefined for all other columns. */
export function privateFact(header: string): string | undefined {
  const words = plainWords(header)
  return privateColumns.find(([pattern]) => pattern.test(words))?.[1]
}
