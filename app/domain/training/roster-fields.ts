import { names } from '../table-words'

/** What a staff list can tell, and the names under which spreadsheets and vendors head the column. */
export const rosterFields = {
  firstName: names(`
    first name, first, given name, given names, forename, nombre, nombres, nombre s, primer nombre,
    nombre de pila
  `),
  lastName: names(`
    last name, last, surname, family name, apellido, apellidos, apellido s, primer apellido,
    apellido paterno
  `),
  fullName: names(`
    name, full name, employee, employee name, staff, staff member, staff name, team member,
    person, student, student name, participant, attendee, learner, trainee, nombre completo,
    nombre y apellido, nombre y apellidos, nombres y apellidos, apellido y nombre,
    apellidos y nombre, apellidos y nombres, nombre del empleado, nombre de la empleada,
    nombre del trabajador, nombre del participante, empleado, empleada, empleado a, trabajador,
    trabajadora, colaborador, colaboradora, integrante, participante, estudiante,
    alumno, alumna, asistente
  `),
  position: names(`
    role, position, job, job title, title, job role, duties, works as, puesto,
    puesto de trabajo, cargo, rol, posicion, funcion, funciones, ocupacion, oficio, trabajo
  `),
  startedOn: names(`
    hire date, hired, hired on, date hired, date of hire, start date, started, started on,
    employment start, joined, original hire date, fecha de contratacion,
    fecha contratacion, contratacion, contratado, contratada, fecha de ingreso, fecha ingreso,
    ingreso, fecha de inicio, fecha inicio, inicio, fecha de alta, fecha de entrada,
    primer dia, trabaja desde
  `),
  status: names(`
    status, employment status, employee status, estado, estado laboral, estado del empleado,
    estatus, situacion, situacion laboral
  `),
  leftOn: names(`
    termination date, terminated, terminated on, end date, left, left on, last day,
    separation date, date left, fecha de baja, fecha baja, fecha de salida, fecha de egreso,
    fecha de cese, fecha de terminacion, ultimo dia
  `),
  training: names(`
    training, training type, training name, course, course name, course title, program, class,
    certification, certificate, curso, cursos, nombre del curso, tipo de curso, capacitacion,
    tipo de capacitacion, formacion, entrenamiento, adiestramiento, taller, clase, programa,
    certificacion
  `),
  completedOn: names(`
    completed, completed on, completion date, date completed, exam date, date, training date,
    course date, class date, issued, issue date, date issued, issued on, passed on,
    certified on, taken on, fecha, completado, completado el, completada, realizado, realizado el,
    terminado, finalizado, aprobado, aprobado el, emitido, emitido el, fecha de finalizacion,
    fecha de termino, fecha de realizacion, fecha de aprobacion, fecha del curso, fecha curso,
    fecha de la capacitacion, fecha de capacitacion, fecha de formacion, fecha de certificacion,
    fecha del certificado, fecha de examen, fecha del examen, fecha de emision, fecha emision,
    fecha de expedicion
  `),
  printedExpiry: names(`
    expires, expires on, expiration, expiration date, expiry, expiry date, exp, exp date,
    valid until, valid through, good through, renewal date, vence, vence el, vencimiento,
    fecha de vencimiento, fecha vencimiento, expira, expiracion, fecha de expiracion, caduca,
    caduca el, caducidad, fecha de caducidad, valido hasta, valida hasta, vigente hasta, vigencia,
    vigencia hasta, fecha de renovacion
  `),
  certificateNumber: names(`
    certificate number, certificate no, certificate id, cert, cert no, cert number, cert id,
    card number, credential number, certification number, license number, certificado,
    numero de certificado, no de certificado, n de certificado, nº de certificado,
    n º de certificado, num de certificado, num certificado, no certificado, numero de constancia,
    constancia, numero de tarjeta, folio, numero de folio
  `),
  /** Tells two people of one name apart while the file is read, and is not kept. */
  staffNumber: names(`
    employee id, employee number, employee no, staff id, staff number, payroll id,
    payroll number, badge number, emp id, numero de empleado, no de empleado, nº de empleado,
    n º de empleado, num de empleado, id de empleado, id empleado, clave de empleado,
    codigo de empleado, numero de nomina, legajo
  `),
} as const satisfies Record<string, readonly string[]>
export type RosterField = keyof typeof rosterFields
