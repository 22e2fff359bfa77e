/** What happens to a letter from its first word on, each with its sentence. */
export const letterSentences = {
  'response.started': 'started reading',
  'response.sent': 'sent a response',
  'response.reader_asked': 'asked a colleague to read a response first',
  'response.question_taken_back': 'took that question back',
  'response.handed_back': 'handed a response back after reading it',
  'response.part_asked': 'asked a colleague for a part of a letter',
  'response.part_handed': 'handed their part of a letter over',
  'response.part_taken': 'took a colleague’s part into a letter',
  'response.part_left': 'left a colleague’s part out of a letter',
  'response.seen': 'read the response',
  'response.replied': 'replied',
  'response.helped': 'said whether a letter helped',
  'response.settled': 'marked a letter, or a part of it, as settled',
  'response.reopened': 'opened a settled letter, or a part of it, again',
  'pulse.asked': 'asked both sides how the contact was, without names',
  'step.answered': 'answered a next step',
} as const
