import { formatDay } from '~/words/en/format'
import { type Block, callOrWrite, type Email, type Surroundings } from './blocks'
import type { EmailFacts } from './facts'

type News = EmailFacts['zone-told']

export const zoneTold: Email<News> = (news, around) => {
  const { change, where, hours, from, status } = news
  const ended = status === 'ended'
  const { title, says, ask } = wordsOf(news)
  return {
    subject: title,
    preview: change || says,
    blocks: [
      { kind: 'heading', words: title },
      ...(change ? [{ kind: 'words', words: `What changed: ${change}` } as const] : []),
      { kind: 'words', words: says },
      {
        kind: 'facts',
        rows: [
          { term: ended ? 'Where it was' : 'Where', detail: where.join('\n') },
          ...(ended ? [] : [{ term: 'When', detail: hours.join('\n') }]),
          { term: ended ? 'Ended' : 'From', detail: formatDay(from) },
        ],
      },
      { kind: 'words', words: ask },
      ...ways(news, around),
    ],
    help: callOrWrite(around.program),
  }
}

/** What it is, why it helps, and the one thing to do, by how the zone stands. */
function wordsOf({ venue, zone, status, change }: News): Record<'title' | 'says' | 'ask', string> {
  if (status === 'ended') {
    return {
      title: `The loading zone ${zone} has ended`,
      says: `Ride-share cars no longer stop at ${zone}, so guests of ${venue} meet their rides elsewhere.`,
      ask: 'Please tell your door team, and take down the card if one hangs by your door.',
    }
  }
  if (status === 'suspended') {
    return {
      title: `The loading zone ${zone} is on hold`,
      says: `The city has put ${zone} on hold. Until it opens again, ride-share cars do not stop there. You will hear from us when it does.`,
      ask: 'Please tell your door team, so that no guest waits there for a ride.',
    }
  }
  if (status === 'proposed') {
    return {
      title: change
        ? `The loading zone proposed near ${venue} has changed`
        : `A loading zone is proposed near ${venue}`,
      says: `The city proposes a place where ride-share cars may stop for your guests: ${zone}. It is not open yet, and this could still change.`,
      ask: 'Nothing changes at your door for now. If you know this block at closing time, tell us what you think: call or write before it is decided.',
    }
  }
  return {
    title: change
      ? `The loading zone ${zone} near ${venue} has changed`
      : `A loading zone near ${venue}: ${zone}`,
    says: `${zone} is a place where ride-share cars may stop for your guests. They find their ride at once, nobody crosses traffic to get in, and closing time at ${venue} is calmer.`,
    ask: change
      ? 'One thing to do: tell your door team what changed, then say here that they know.'
      : 'One thing to do: tell your door team, then say here that they know. It also counts toward “A safe way home”.',
  }
}

function ways({ status, path, publicPath }: News, { url }: Surroundings): Block[] {
  if (status === 'pilot' || status === 'permanent') {
    return [
      { kind: 'button', label: 'Our door staff know', url: url(path) },
      {
        kind: 'words',
        words: `The map, what door staff can say, and a card to print for the door: ${url(publicPath)}`,
      },
    ]
  }
  return [{ kind: 'button', label: 'See the zone', url: url(publicPath) }]
}
