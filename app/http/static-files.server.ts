import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

export type StaticFiles = (path: string, headers: Headers) => Response | null

interface StaticFile {
  type: string
  etag: string
  cacheControl: string
  encodings: { name: 'br' | 'gzip' | null; bytes: Uint8Array<ArrayBuffer> }[]
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}

/** The files of the client build, kept in memory: a fixed list, so no path can lead out of it. */
export function staticFiles(directory: string): StaticFiles {
  const files = new Map(
    pathsIn(directory).map((path) => [
      `/${relative(directory, path).split(sep).join('/')}`,
      fileAt(path, relative(directory, path).startsWith(`assets${sep}`)),
    ]),
  )

  return (path, headers) => {
    const file = files.get(path)
    if (file) return answer(file, headers)
    // A module of an earlier build: the page around it would only hide that it is gone.
    if (path.startsWith('/assets/')) return gone()
    return null
  }
}

function answer(file: StaticFile, headers: Headers): Response {
  const accepted = acceptedEncodings(headers.get('accept-encoding'))
  const chosen = file.encodings.find(({ name }) => name === null || accepted.has(name))
  const common = {
    'Cache-Control': file.cacheControl,
    ETag: file.etag,
    ...(file.encodings.length > 1 ? { Vary: 'Accept-Encoding' } : {}),
  }
  if (matches(headers.get('if-none-match'), file.etag)) {
    return new Response(null, { status: 304, headers: common })
  }
  return new Response(chosen?.bytes ?? null, {
    headers: {
      ...common,
      'Content-Type': file.type,
      'Content-Length': String(chosen?.bytes.byteLength ?? 0),
      ...(chosen?.name ? { 'Content-Encoding': chosen.name } : {}),
    },
  })
}

/** Whether an If-None-Match header names this ETag, weakly compared. */
export function matches(header: string | null, etag: string): boolean {
  if (!header) return false
  const strong = (tag: string) => tag.trim().replace(/^W\//, '')
  return header.split(',').some((tag) => tag.trim() === '*' || strong(tag) === strong(etag))
}

/** The encodings of an Accept-Encoding header, without those given the weight zero. */
export function acceptedEncodings(header: string | null): Set<string> {
  const listed = (header ?? '').toLowerCase().split(',')
  return new Set(
    listed
      .filter((item) => !/;\s*q=0(\.0*)?\s*$/.test(item))
      .map((item) => item.split(';')[0]?.trim() ?? ''),
  )
}

function fileAt(path: string, immutable: boolean): StaticFile {
  const bytes = new Uint8Array(readFileSync(path))
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const encoded = (name: 'br' | 'gzip', ending: string) => {
    const has = statSync(path + ending, { throwIfNoEntry: false })
    return has ? [{ name, bytes: new Uint8Array(readFileSync(path + ending)) }] : []
  }
  return {
    type: types[extname(path).toLowerCase()] ?? 'application/octet-stream',
    etag: `W/"${digest}"`,
    cacheControl: immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    encodings: [...encoded('br', '.br'), ...encoded('gzip', '.gz'), { name: null, bytes }],
  }
}

function pathsIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.|\.(br|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

function gone(): Response {
  return new Response('This file is not part of Lamplight any more. Reload the page.', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
