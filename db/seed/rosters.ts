import { addDays, type Day, daysBetween } from '~/domain/dates'
import type { Calendar } from './calendar'
import type { Roster, RosterPerson } from './story'

const columns =
  'First name,Last name,Role,Hire date,Training,Completed on,Expires on,Certificate number'

/** How a course vendor calls each training. */
const courses: Record<string, string> = {
  'responsible-service': 'Responsible service (TIPS)',
  'sexual-assault-intervention': 'Bar Bystander (full)',
  'sexual-assault-intervention-refresher': 'Bar Bystander (refresher)',
  'fake-id': 'Fake ID',
  'de-escalation': 'De-escalation',
  'security-license': 'Security license',
}

/** The staff list as a file, with the dates that it has when it is told on this calendar. */
export function rosterText(
  { file, people = [] }: Roster,
  calendar: Calendar,
  textOf: (name: string) => string,
): string {
  if (file) return moved(textOf(file.name), daysBetween(file.datedOn as Day, calendar.day(0)))
  return [columns, ...people.flatMap((person) => rowsOf(person, calendar))].join('\n')
}

function moved(text: string, days: number): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => addDays(day as Day, days))
}

function rowsOf({ name, position, hired, trained }: RosterPerson, { day }: Calendar): string[] {
  const [first = '', ...last] = name.split(' ')
  const who = [first, last.join(' '), position, day(hired)].join(',')
  const trainings = Object.entries(trained)
  if (trainings.length === 0) return [`${who},,,,`]
  return trainings.map(([type, when]) => {
    const [completed, ends] = typeof when === 'number' ? [when, null] : when
    return [who, courses[type], day(completed), ends === null ? '' : day(ends), ''].join(',')
  })
}
