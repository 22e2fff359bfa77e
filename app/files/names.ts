/** Characters that a name may not carry: controls, direction marks, and what folders are told apart by. */
const unwelcome = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029"\\/:*?<>|]/gu

/** A file's own name without folders or hidden characters, with the ending of what is really inside. */
export function cleanFileName(name: string, extension: string): string {
  const own = name.split(/[\\/]/).at(-1) ?? ''
  const stem = own
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(unwelcome, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${[...(stem || 'file')].slice(0, 100).join('')}.${extension}`
}

/** The Content-Disposition of a download (RFC 6266), with the full name encoded after RFC 8187. */
export function attachmentHeader(name: string): string {
  const plain = name
    .replace(unwelcome, '_')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/%/g, '_')
  const encoded = encodeURIComponent(name.replace(unwelcome, '_')).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** The headers of a kept file: saved, never opened in place; opened by itself it may do nothing. */
export function downloadHeaders(file: { name: string; type: string; size: number }) {
  return {
    'Content-Type': file.type,
    'Content-Length': String(file.size),
    'Content-Disposition': attachmentHeader(file.name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  }
}
