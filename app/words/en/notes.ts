/** Notes that the staff keep about an application, among themselves. */
export const noteWords = {
  title: 'Notes among staff',
  readers: (district: string) =>
    `Who can read them: the liaisons of ${district || 'the district'} and the coordinators, once they accepted this year’s agreement. Nobody else: not the venue or anybody who belongs to it, not whoever was asked to read along, no partner, and nobody who stepped back from this application.`,
  records:
    'Notes may be asked for under public-records law. Write only what the work needs, and so that the venue could read it.',
  none: 'No note. Most applications need none: what the venue should know belongs in the letter.',
  label: 'A note for your colleagues',
  write: 'Keep this note',
  writing: 'Keeping…',
  remove: 'Take it back',
  removing: 'Taking it back…',
  ask: 'Take this note back?',
  lead: 'It is deleted, and nobody can read it any more. You can write another one at any time.',
  own: 'Only whoever wrote a note takes it back.',
  back: 'Back to the application',
} as const
