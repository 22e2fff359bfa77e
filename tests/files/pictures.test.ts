import { expect, test } from 'vitest'
import { cleanJpeg } from '~/files/jpeg'
import { attachmentHeader, cleanFileName } from '~/files/names'
import { cleanPng } from '~/files/png'
import { aJpeg, aPng } from './pictures'

const text = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1')

test('a JPEG loses place, camera, comment and what follows its end, and stays upright', () => {
  const before = Buffer.concat([aJpeg({ orientation: 6 }), Buffer.from('PK hidden archive')])
  expect(text(before)).toContain('GPS')
  const after = cleanJpeg(before)
  expect(text(after)).not.toMatch(/GPS|Photoshop|hidden/)
  expect(text(after)).toContain('JFIF')
  expect(text(after)).toContain('Exif')
  expect(after?.at(-1)).toBe(0xd9)
  expect(cleanJpeg(after ?? new Uint8Array())).toEqual(after)
})

test('a JPEG that is upright already carries no Exif at all', () => {
  expect(text(cleanJpeg(aJpeg({})))).not.toContain('Exif')
})

test('a JPEG cut at any byte is refused, never half kept', () => {
  const whole = aJpeg({ orientation: 3 })
  for (let length = 0; length < whole.length; length += 1) {
    expect(cleanJpeg(whole.subarray(0, length))).toBeNull()
  }
})

test('a PNG keeps its picture and loses its text', () => {
  const after = cleanPng(aPng())
  expect(text(aPng())).toContain('GPS')
  expect(text(after)).not.toContain('GPS')
  expect(text(after)).toMatch(/IHDR.*IDAT.*IEND/s)
  expect(cleanPng(aPng().subarray(0, -12))).toBeNull()
})

test('a download is named by plain text first, and in full beside it', () => {
  expect(attachmentHeader('Política "Edad".pdf')).toBe(
    `attachment; filename="Pol_tica _Edad_.pdf"; filename*=UTF-8''Pol%C3%ADtica%20_Edad_.pdf`,
  )
  expect(cleanFileName('C:\\fotos\\..\\.bashrc', 'png')).toBe('bashrc.png')
  expect(cleanFileName('\r\nSet-Cookie: a.pdf', 'pdf')).toBe('Set-Cookie a.pdf')
  expect(cleanFileName('', 'pdf')).toBe('file.pdf')
})
