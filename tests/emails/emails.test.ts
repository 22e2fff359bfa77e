import { describe, expect, it } from 'vitest'
import type { EmailKind } from '~emails/facts'
import { type RenderedEmail, renderEmail } from '~emails/index'
import { around, hostile, samples } from './samples'

const kinds = Object.keys(samples('')) as EmailKind[]

const subjects: Record<EmailKind, string> = {
  'sign-in-code': 'Your code to sign in to Lamplight',
  'proof-code': 'Your code to go on in Lamplight',
  'sign-in-changed': 'A passkey was added to your account in Lamplight',
  'recovery-code-used': 'A recovery code of yours was used in Lamplight',
  'staff-sign-in': 'Your way in to Lamplight is the staff sign-in',
  'staff-setup': 'Set up your sign-in to Lamplight',
  'staff-locked': 'The account of Lantern Room is locked for new browsers',
  'program-place': 'Your venues in Lamplight are in good hands while you are away',
  'staff-recovery': 'Your sign-in to Lamplight was reset',
  'staff-recovery-told': 'The sign-in of Lantern Room was reset',
  'liaison-changed': 'Officer Samir Patel now looks after your district',
  'liaison-takes-over': 'You now look after Harbor',
  'part-asked': 'Sgt. Jordan Lee asks you for a part of a letter',
  'peer-read': 'Sgt. Jordan Lee asks you to read a letter first',
  'second-look-asked': 'Lantern Room asks for a second look',
  'application-handed': 'Lantern Room is in your hands now',
  'second-look-given': 'Lantern Room asks for a second look, and it is yours',
  'second-look-answered': 'Your second look for Lantern Room is answered',
  'viewer-welcome': 'You can now follow Lantern Room in Lamplight',
  invitation: 'An invitation for Lantern Room',
  'place-invitation': 'Marta Castillo invites you to Lantern Room',
  'place-changed': 'Cam Lee now has access to Lantern Room',
  'venue-left': 'Lantern Room has left the program',
  'walk-through': 'Three times to walk through Lantern Room',
  'papers-stay': 'What Lantern Room never shared stays longer',
  'account-deleted': 'Your Lamplight account is deleted',
  'join-received': 'We have your request to join with Lantern Room',
  'join-confirmed': 'You are confirmed for Lantern Room',
  'join-set-aside': 'About your request to join with Lantern Room',
  'ask-again': 'Lantern Room: you asked us to ask again today',
  'share-receipt': 'Lantern Room: your application is shared',
  'application-shared': 'Lantern Room shared again',
  'response-sent': 'Sgt. Jordan Lee has written to Lantern Room',
  'certificate-issued': 'Lantern Room is accredited',
  'zone-told': 'The loading zone Harbor Street East near Lantern Room has changed',
  'zone-tonight': 'Tonight, 9 PM to 3 AM: rides stop at Harbor Street East',
  'things-due': 'Lantern Room: 2 things fall due soon',
}

describe.each(kinds)('the email %s', (kind) => {
  const sent = (venue = 'Lantern Room') => renderEmail(kind, samples(venue)[kind], around)

  it('has its subject, on one line', async () => {
    expect((await sent()).subject).toBe(subjects[kind])
    const broken = await sent('Lantern\r\nBcc: everyone@example.com\u2028Room')
    expect(broken.subject).not.toMatch(/[\r\n\u2028]/)
  })

  it('says the same in text and in HTML', async () => {
    const email = await sent()
    expect(wordsOfHtml(email)).toEqual(wordsOfText(email))
  })

  it('names who can help, the emergency number and the advocate line', async () => {
    const { text } = await sent()
    expect(text).toContain('Who can help')
    expect(text.replace(/\s+/g, ' ')).toContain('In an emergency, call 911.')
    expect(text).toContain('(202) 555-0117')
    expect(text).toContain('(202) 555-0142')
  })

  it('shows hostile names as they were typed, and runs none of them', async () => {
    const { html } = await sent(hostile)
    expect(html).not.toMatch(/<script|<img/i)
    const { html: plain } = await sent('Lantern Room')
    expect(tagsOf(html)).toEqual(tagsOf(plain))
  })

  it('fetches nothing and works in the dark', async () => {
    const { html } = await sent()
    expect(html).not.toMatch(/<(img|link|script|iframe)\b|@import|url\(/i)
    expect(html).toContain('prefers-color-scheme: dark')
    for (const [, address] of html.matchAll(/href="([^"]*)"/g)) {
      expect(address).toMatch(/^https:\/\/lamplight\.example\.gov\//)
    }
  })

  it('wraps its text at 72 characters', async () => {
    const { text } = await sent()
    const long = text.split('\n').filter((line) => line.length > 72 && line.includes(' '))
    expect(long).toEqual([])
  })
})

describe('the letter of a liaison', () => {
  it('keeps its order: strengths, question, step, law, choice, the way to answer', async () => {
    const { text } = await renderEmail(
      'response-sent',
      samples('Lantern Room')['response-sent'],
      around,
    )
    const places = [
      'Thank you for the tour',
      'What you already do well',
      'The closing lead stays by the door',
      'One thing I wondered',
      'One step we could take together',
      'Why it helps: Guests find',
      'Help that we offer: I can send',
      'A date that might suit: December 12, 2026',
      'choose another date',
      'Law: DC Fire Code 403.9',
      'the choice is yours',
      'https://lamplight.example.gov/venue/ven_1/letters/res_1',
    ].map((words) => text.indexOf(words))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('says that nothing is left to do when everything is in place', async () => {
    const facts = { ...samples('Lantern Room')['response-sent'], ready: true, steps: [] }
    const { subject, text } = await renderEmail('response-sent', facts, around)
    expect(subject).toBe('Everything is in place for Lantern Room')
    expect(text).toContain('Nothing is left for you to do')
    expect(text).not.toContain('choose another date')
  })
})

it('sends a code without any link, because mail scanners open links', async () => {
  const { text, html } = await renderEmail('sign-in-code', samples('')['sign-in-code'], around)
  expect(text).toContain('7K3M-9XQD')
  expect(`${text}${html}`).not.toContain('lamplight.example.gov')
})

it('keeps the line breaks of a person, in text and in HTML', async () => {
  const facts = { venue: 'Lantern Room', reason: 'First line.\nSecond line.' }
  const { text, html } = await renderEmail('join-set-aside', facts, around)
  expect(text).toContain('First line.\nSecond line.')
  expect(html).toContain('First line.\nSecond line.')
  expect(html).toContain('white-space:pre-line')
})

/** The words in their order; marks that only one of the two uses are left out. */
function wordsOfText({ text }: RenderedEmail): string[] {
  return plainWords(text.replace(/^-+ ?$/gm, ' ').replace(/^ {0,2}[-+?>!] /gm, ' '))
}

function wordsOfHtml({ html }: RenderedEmail): string[] {
  const [, body = ''] = html.split(/<body[^>]*>/)
  const visible = body
    .replace(/<!--.*?-->/gs, '')
    .replace(/<div[^>]*data-skip-in-text[^>]*>.*?<\/div><\/div>/gs, ' ')
    .replace(/<p class="ink"[^>]*font:600 22px[^>]*>.*?<\/p>/s, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
  return plainWords(visible)
}

function plainWords(words: string): string[] {
  return words
    .replace(/\p{Cf}|\u034f|\u2007/gu, '')
    .split(/\s+/)
    .map((word) => word.replace(/:$/, ''))
    .filter(Boolean)
}

function tagsOf(html: string): string[] {
  return [...html.matchAll(/<\/?([a-z][a-z0-9]*)\b/gi)].map(([, tag]) => tag ?? '')
}
