/** Tables that hang on a venue and are not in its download, each with the reason. */
export const notInDownload: Readonly<Record<string, string>> = {
  response_suggestions:
    'Words between colleagues about a letter that is not sent yet; they are gone once it is.',
  response_parts:
    'What a colleague writes for a letter that is not sent yet; once it is sent, the letter holds it.',
  application_notes:
    'Notes between the staff, which say who can read them; the coordinator answers a request for them.',
  pulse_asks:
    'Who was asked how the contact was. It says whether a colleague has answered, which is nobody’s to read.',
  event_details:
    'Addresses and devices belong to the sign-in data of people, and are erased after a year.',
  venue_changes: 'A mark for the next count, without anything about the venue.',
  license_changes:
    'How an import of the city’s list is taken back; the line itself is in the download.',
}
