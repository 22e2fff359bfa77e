/**
 * The browser and the system of a User-Agent header, "Firefox on Android", so that people recognize
 * their own sessions. Whatever it does not know is "A browser": nothing of the header itself is kept.
 */
export function deviceOf(userAgent: string | null): string {
  const header = (userAgent ?? '').slice(0, 500)
  const browser = browsers.find(([mark]) => mark.test(header))?.[1] ?? 'A browser'
  const system = systems.find(([mark]) => mark.test(header))?.[1]
  return system ? `${browser} on ${system}` : browser
}

/** In this order: each names those after it in its own header. */
const browsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'a Chromebook'],
  [/\bMac OS X\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
]
