import known from './naughty-strings.json'

/** What upsets software besides the list of known strings: put together here, each for a reason. */
const hidden = [0x0, 0x1, 0x7, 0x8, 0x9, 0xb, 0xc, 0x1b, 0x7f, 0x85, 0xa0, 0xad, 0x61c, 0x115f]
const unseen = [0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b]
const turning = [0x202c, 0x202d, 0x202e, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0x3164, 0xfe0f]
const odd = [0xfeff, 0xfff9, 0xfffd, 0xfffe, 0xffff, 0x1d173, 0xe0001, 0xe0041, 0x10ffff, 0x300]
const places = (mark: string) => [mark, `${mark}Ana`, `A${mark}na`, `Ana${mark}`, mark.repeat(50)]

const lines = ['\r\n', '\n', '\r', '%0d%0a', '\\r\\n', '&#13;&#10;', '\u2028', '\v'].flatMap(
  (end) => [
    `Ana${end}Bcc: everybody@example.com`,
    `Ana${end}Set-Cookie: lamplight=stolen`,
    `Ana${end}Location: https://evil.example`,
    `Ana${end}${end}<script>alert(1)</script>`,
  ],
)

const markup = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)' autofocus='",
  '</textarea><script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  '</script><script>alert(1)</script>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">here</a>',
  '[here](javascript:alert(1))',
  '[here](data:text/html,<script>alert(1)</script>)',
  '![x](x" onerror="alert(1))',
  '<math><mi xlink:href="javascript:alert(1)">',
  '<style>*{display:none}</style>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<form action="https://evil.example"><input name=a>',
].flatMap((each) => [
  each,
  each.toUpperCase(),
  encodeURIComponent(each),
  `${each}\u0000`,
  ` ${each} `,
])

const commands = [
  "'; DROP TABLE people; --",
  "' OR 1=1 --",
  '" OR ""="',
  "1' AND sleep(10) --",
  "') UNION SELECT password_hash FROM credentials --",
  '$(touch /tmp/owned)',
  '`id`',
  '; cat /etc/passwd',
  '| id',
  `\${7*7}`,
  '{{7*7}}',
  '<%= 7*7 %>',
  '#{7*7}',
  '%s%s%s%n',
  '{"$gt":""}',
  '../../../../etc/passwd',
  '..\\..\\secrets.json',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  '=HYPERLINK("http://evil.example";"a")',
  '@SUM(1+1)*cmd|" /C calc"!A0',
  '+1+1',
  '-2+3',
  '\t=1+1',
  '__proto__',
  'constructor',
  'toString',
  '[object Object]',
  'undefined',
  'null',
  'NaN',
  'true',
  '-0',
  '1e309',
  '0x10',
  '9007199254740993',
  '１２３',
  '٣٤٥',
].flatMap((each) => [each, each.repeat(3), `Ana ${each}`])

const scripts = [
  'José Ñúñez',
  'Jose\u0301 Nu\u0301n\u0303ez',
  'Phạm Thu Thảo',
  'Ọlọ́run',
  'ﬁancée ﬂow',
  'Straße STRASSE',
  'İstanbul ısırgan',
  'Москва',
  'аdmin@example.com',
  'раураl',
  'admin＠example.com',
  '한국어 이름',
  '山田太郎 髙﨑',
  'العربية mixed English العربية',
  'עברית (abc) עברית',
  'हिन्दी में नाम',
  'ไทยไม่มีช่องว่างระหว่างคำ',
  'አማርኛ',
  'ᚠᛇᚻ',
  '🏳️‍🌈 👩‍👩‍👧‍👦 🇺🇸 👍🏽',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
  '𝕬𝖓𝖆 𝐁𝐨𝐥𝐝 Ⓒⓘⓡⓒⓛⓔ',
  '﷽'.repeat(20),
].flatMap((each) => [each, each.normalize('NFD'), each.toLocaleUpperCase('tr'), `  ${each}  `])

const long = [100, 1_000, 10_000].flatMap((length) => [
  'A'.repeat(length),
  'é'.repeat(length),
  '🎷'.repeat(length / 2),
  'word '.repeat(length / 5),
  '\n'.repeat(length),
  '<'.repeat(length),
  '&amp;'.repeat(length / 5),
  '*_['.repeat(length / 3),
])

const marks = [...hidden, ...unseen, ...turning, ...odd].map((code) => String.fromCodePoint(code))

/** More than a thousand strings: the list of known ones, and those of above. */
export const naughtyStrings: readonly string[] = [
  ...new Set([
    ...known,
    ...marks.flatMap(places),
    ...lines,
    ...markup,
    ...commands,
    ...scripts,
    ...long,
  ]),
].filter((text) => text !== '')
