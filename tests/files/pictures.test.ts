import sharp from 'sharp'
import { expect, test } from 'vitest'
import { attachmentHeader, cleanFileName } from '~/files/names'
import { type Picture, remakePicture } from '~/files/pictures.server'
import { aPhoto, aPng } from './pictures'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

async function remade(bytes: Uint8Array, type: 'image/jpeg' | 'image/png' = 'image/jpeg') {
  return (await remakePicture(bytes, type)) as Picture
}

test('a JPEG loses place, camera, comment and what follows its end, and stays upright', async () => {
  const before = await aPhoto({ orientation: 6 })
  expect(text(before)).toMatch(/GPS camera.*hidden/s)
  expect(await sharp(before).metadata()).toMatchObject({ orientation: 6, exif: expect.anything() })
  const after = await remade(before)
  expect(text(after.bytes)).not.toMatch(/GPS|Exif|hidden/)
  const facts = await sharp(after.bytes).metadata()
  expect(facts).toMatchObject({ format: 'jpeg', width: 40, height: 60 })
  expect([facts.exif, facts.icc, facts.xmp, facts.comments, facts.orientation]).toEqual(
    Array(5).fill(undefined),
  )
  // The navy half, which lay on the left, is on top once the picture stands upright.
  const { data } = await sharp(after.bytes).raw().toBuffer({ resolveWithObject: true })
  expect(data[2]).toBeGreaterThan(90)
  expect(data.at(-1)).toBeLessThan(60)
})

test('a large one is made smaller, a small one never larger', async () => {
  const large = await remade(await aPhoto({ width: 4000, height: 3000, orientation: 8 }))
  expect(large).toMatchObject({ width: 1920, height: 2560 })
  expect(await remade(await aPhoto())).toMatchObject({ width: 60, height: 40 })
})

test('a JPEG that is cut off is refused, never half kept', async () => {
  const whole = await sharp(await aPhoto())
    .jpeg()
    .toBuffer()
  for (const length of [0, 3, 20, 200, whole.length - 40, whole.length - 2, whole.length - 1]) {
    expect(await remakePicture(whole.subarray(0, length), 'image/jpeg'), `${length}`).toBe(
      'cut_off',
    )
  }
})

test('a PNG keeps its picture and loses its text', async () => {
  expect(text(aPng())).toContain('GPS')
  const after = await remade(aPng(), 'image/png')
  expect(text(after.bytes)).not.toContain('GPS')
  const { data } = await sharp(after.bytes).raw().toBuffer({ resolveWithObject: true })
  expect([...data]).toEqual([10, 20, 30])
  expect(await remakePicture(aPng().subarray(0, -30), 'image/png')).toBe('cut_off')
})

test('a picture that would unpack to gigabytes is refused by its header, at once', async () => {
  const begun = performance.now()
  const bomb = aPng({ width: 60_000, height: 60_000 })
  expect(await remakePicture(bomb, 'image/png')).toBe('too_many_points')
  expect(performance.now() - begun).toBeLessThan(500)
})

test('a drawing or an animation is never opened, whatever it is called', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  expect(await remakePicture(svg, 'image/png')).toBe('cut_off')
})

test('a download is named by plain text first, and in full beside it', () => {
  expect(attachmentHeader('Política "Edad".pdf')).toBe(
    `attachment; filename="Pol_tica _Edad_.pdf"; filename*=UTF-8''Pol%C3%ADtica%20_Edad_.pdf`,
  )
  expect(cleanFileName('C:\\fotos\\..\\.bashrc', 'png')).toBe('bashrc.png')
  expect(cleanFileName('\r\nSet-Cookie: a.pdf', 'pdf')).toBe('Set-Cookie a.pdf')
  expect(cleanFileName('', 'pdf')).toBe('file.pdf')
})
