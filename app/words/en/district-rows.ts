/** The names of a district's figures where each stands in a row by itself, as in a spreadsheet. */
export const districtRows = {
  header: ['Figure', 'Value', 'How this is counted', 'As of'],
  month: (month: string) => `Accredited at the end of ${month}`,
  told: (zone: string) => `Venues told of the loading zone ${zone}`,
  acknowledged: (zone: string) => `Venues whose door staff know the loading zone ${zone}`,
  class: (title: string) => `Class to come: ${title}`,
  venue: (name: string) => `Accredited venue: ${name}`,
  more: 'More accredited venues',
  moreOnPage: 'The public list has them all.',
  small: 'Small numbers',
} as const
