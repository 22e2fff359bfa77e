import { asRole, roleMeans } from '~/words/en/places'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

type Facts = EmailFacts['place-changed']

export const placeChanged: Email<Facts> = (facts, { url, program }) => {
  const { subject, words } = (facts.toSelf ? toSelf : toOthers)[facts.change](facts)
  const gone = facts.toSelf && (facts.change === 'ended' || facts.change === 'left')
  return {
    subject,
    preview: gone ? 'What you wrote stays with the venue.' : 'Owners decide who has access.',
    blocks: [
      { kind: 'heading', words: subject },
      { kind: 'words', words },
      ...(gone
        ? []
        : [
            { kind: 'button' as const, label: 'See who has access', url: url(facts.path) },
            {
              kind: 'words' as const,
              words: 'If this is not what you expected, an owner can change it on that page.',
            },
          ]),
    ],
    help: callOrWrite(program),
  }
}

type Said = (facts: Facts) => { subject: string; words: string }

const toOthers: Record<Facts['change'], Said> = {
  joined: ({ person, by, venue, role }) => ({
    subject: `${person} now has access to ${venue}`,
    words: `${person} accepted an invitation from ${by} and is now ${asRole[role]}. ${roleMeans[role]}`,
  }),
  role: ({ person, by, venue, role }) => ({
    subject: `${person} is now ${asRole[role]} of ${venue}`,
    words: `${by} changed this. ${roleMeans[role]}`,
  }),
  left: ({ person, venue }) => ({
    subject: `${person} no longer has access to ${venue}`,
    words: `${person} gave up their place. What they wrote for the venue stays with it.`,
  }),
  ended: ({ person, by, venue }) => ({
    subject: `${person} no longer has access to ${venue}`,
    words: `${by} ended their place. What they wrote for the venue stays with it.`,
  }),
  handed_over: ({ person, by, venue }) => ({
    subject: `${person} is now an owner of ${venue}`,
    words: `${by} handed the venue over, and ${person} accepted. ${roleMeans.owner}`,
  }),
}

const toSelf: Record<Facts['change'], Said> = {
  joined: ({ venue, role }) => ({
    subject: `You are now ${asRole[role]} of ${venue}`,
    words: roleMeans[role],
  }),
  role: ({ by, venue, role }) => ({
    subject: `You are now ${asRole[role]} of ${venue}`,
    words: `${by} changed your place. ${roleMeans[role]} Please sign in again to go on.`,
  }),
  left: ({ venue }) => ({
    subject: `You gave up your place at ${venue}`,
    words: `Your access has ended. What you wrote for the venue stays with it.`,
  }),
  ended: ({ by, venue }) => ({
    subject: `Your access to ${venue} has ended`,
    words: `${by} ended your place. What you wrote for the venue stays with it. If you think this is a mistake, talk to the people of the venue, or to us.`,
  }),
  handed_over: ({ venue }) => ({
    subject: `You are now an owner of ${venue}`,
    words: roleMeans.owner,
  }),
}
