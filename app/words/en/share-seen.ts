/** What a share answers when it is not what its page showed any more. Calm: nothing went, and nothing is lost. */
export const seenWords = {
  title: 'Something changed meanwhile',
  before: 'Nothing was shared yet, because something changed since you opened this page.',
  after:
    'Everything stands here as it is now, and your words are kept. Look it over, and share when it suits you.',
  by: (who: string, title: string, at: string) => `${who} changed “${title}” at ${at}.`,
  own: (title: string, at: string) => `You changed “${title}” at ${at}, in another window.`,
  different: (title: string) => `“${title}” is different now.`,
  readers: 'Who will see it is different now.',
  ruler: 'Your ruler is different now.',
} as const
