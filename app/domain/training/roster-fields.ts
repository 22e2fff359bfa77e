import { names } from '../table-words'

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
