import { formatMoment } from '~/words/en/format'
import type { DataEntry } from './venue-data.server'

const folders: readonly (readonly [folder: string, title: string, words: string])[] = [
  ['policies/', 'Policies', 'As you wrote them. Any text program opens them.'],
  ['files/', 'Files', 'What you uploaded, and what came with replies, as it was kept.'],
  ['rounds/', 'Rounds', 'What you shared with the program, as it was on that day.'],
  ['letters/', 'Letters', 'What the program wrote to you, with answers and replies.'],
  ['certificates/', 'Certificates', 'As PDF.'],
  ['lists/', 'Lists', 'For a spreadsheet: your team, their trainings, and what happened.'],
  ['json/', 'Everything, for other programs', 'One file for each kind, as JSON. Times are in UTC.'],
]

type Facts = { venue: string; entries: readonly DataEntry[]; at: Date; timeZone: string }

/** The page that opens the download: it stands by itself, runs nothing, and links into its folders. */
export function venueIndex({ venue, entries, at, timeZone }: Facts): string {
  const parts = folders.map(([folder, title, words]) => {
    const links = entries
      .filter(({ path }) => path.startsWith(folder))
      .map((entry) => `<li><a href="${escaped(entry.path)}">${escaped(entry.title)}</a></li>`)
    const body = links.length > 0 ? `<ul>${links.join('')}</ul>` : '<p>None.</p>'
    return `<section><h2>${title}</h2><p>${words}</p>${body}</section>`
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Everything about ${escaped(venue)}</title>
<style>
:root { color-scheme: light dark }
body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
h1, h2 { line-height: 1.25 }
li { overflow-wrap: anywhere }
@media print { body { margin: 0; max-width: none } section { break-inside: avoid-page } }
</style>
</head>
<body>
<h1>Everything about ${escaped(venue)}</h1>
<p>Downloaded on ${escaped(formatMoment(at, timeZone))}. This is what Lamplight has on file about your venue.</p>
<p>Names of your team are in here. Please keep it where only you can open it.</p>
<p>Not in here: how other people sign in, and what the program notes for itself while a letter is being written.</p>
${parts.join('\n')}
</body>
</html>
`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
