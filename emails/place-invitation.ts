import { formatDay } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import { offerWords, roleMeans } from '~/words/en/places'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const placeInvitation: Email<EmailFacts['place-invitation']> = (facts, { url, program }) => {
  const { name, offer, spoken } = facts
  const from = addressed(facts.from)
  return {
    subject: `${from} invites you to ${offer.venue ?? offer.district ?? program.name}`,
    preview: `The link works until ${formatDay(facts.expires)}.`,
    blocks: [
      { kind: 'heading', words: `Hello ${name}` },
      {
        kind: 'words',
        words: `${from} invites you to be ${offerWords(offer)} in ${program.name}, the voluntary accreditation for bars and restaurants in ${program.place}. ${roleMeans[offer.role]}`,
      },
      ...(spoken
        ? [
            {
              kind: 'words' as const,
              words: `Have your word ready: two words and two digits that ${from} tells you in person or by phone. It never comes by email. After that you set up your own sign-in, which takes about five minutes.`,
            },
          ]
        : [
            {
              kind: 'words' as const,
              words:
                'Open the page and press the button. We then send a code to this address, so that nobody else can accept in your name. There is no password.',
            },
          ]),
      { kind: 'button', label: 'See the invitation', url: url(facts.path) },
      {
        kind: 'words',
        words: `The link is for you alone and works until ${formatDay(facts.expires)}. If it has run out, the same page sends you a new one. If you do not know ${from}, leave it unused: nothing happens then.`,
      },
    ],
    help: callOrWrite(program),
  }
}
