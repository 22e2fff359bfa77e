import type { StandardArea } from '~db/vocabulary'

/** The five areas that the standards are grouped by: their names, and what each is about. */
export const areaWords: Record<StandardArea, { title: string; about: string }> = {
  service: {
    title: 'Service',
    about: 'Checking age, pouring with care, and a clear head at closing time.',
  },
  guest_care: {
    title: 'Guest care',
    about: 'Noticing early, stepping in, and knowing what to do in the hardest moment.',
  },
  safe_operation: {
    title: 'Safe operation',
    about: 'Calling for help, full rooms, calm exits, and people who know first aid.',
  },
  home: {
    title: 'Home and neighbors',
    about: 'A safe way home for guests and staff, and a quiet street after closing.',
  },
  people: {
    title: 'People',
    about: 'A team that knows the policies, and one person to talk with.',
  },
}
