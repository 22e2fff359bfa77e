import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { NewPasskeyAnswer, PasskeyAnswer } from '~/domain/accounts/passkey-forms'

/**
 * A device with passkeys, in software: it makes and signs what WebAuthn Level 3 asks for, by ES256
 * and without attestation, and lies where a test tells it to.
 */
export function anAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let counter = 0

  function make(asked: Asked, lies: Lies = {}): NewPasskeyAnswer {
    const clientDataJSON = clientData('webauthn.create', asked, lies)
    const lengthOfId = Buffer.alloc(2)
    lengthOfId.writeUInt16BE(id.length)
    const data = Buffer.concat([
      authenticatorData(asked, lies, counter, 0x40),
      Buffer.alloc(16),
      lengthOfId,
      id,
      coseKey(publicKey),
    ])
    const attestationObject = cborMap([
      [cborText('fmt'), cborText('none')],
      [cborText('attStmt'), cborMap([])],
      [cborText('authData'), cborBytes(data)],
    ])
    return {
      ...credentialOf(id),
      response: {
        clientDataJSON: encoded(clientDataJSON),
        attestationObject: encoded(attestationObject),
        transports: ['internal'],
      },
    }
  }

  function use(asked: Asked, lies: Lies = {}): PasskeyAnswer {
    counter = lies.counter ?? counter + 1
    const clientDataJSON = clientData('webauthn.get', asked, lies)
    const data = authenticatorData(asked, lies, counter, 0)
    const hash = createHash('sha256').update(clientDataJSON).digest()
    const signature = signed(privateKey, Buffer.concat([data, hash]))
    return {
      ...credentialOf(id),
      response: {
        clientDataJSON: encoded(clientDataJSON),
        authenticatorData: encoded(data),
        signature: encoded(signature),
        ...(lies.userHandle !== undefined && { userHandle: encoded(Buffer.from(lies.userHandle)) }),
      },
    }
  }

  return { id: encoded(id), make, use }
}

type Asked = { challenge: string; origin: string; rpId: string }

/** What a broken or a hostile device, or a hostile page, would say instead. */
type Lies = {
  origin?: string
  rpId?: string
  type?: string
  /** Without a finger, a face or a PIN. */
  unverified?: boolean
  counter?: number
  userHandle?: string
}

function clientData(type: string, { challenge, origin }: Asked, lies: Lies): Buffer {
  const said = { type: lies.type ?? type, challenge, origin: lies.origin ?? origin }
  return Buffer.from(JSON.stringify({ ...said, crossOrigin: false }))
}

/** Authenticator data (6.1): the hash of the site's name, flags, and a counter of signatures. */
function authenticatorData({ rpId }: Asked, lies: Lies, counter: number, more: number): Buffer {
  const userPresent = 0x01
  const userVerified = lies.unverified ? 0 : 0x04
  const rest = Buffer.alloc(5)
  rest.writeUInt8(userPresent | userVerified | more, 0)
  rest.writeUInt32BE(counter, 1)
  const site = createHash('sha256')
    .update(lies.rpId ?? rpId)
    .digest()
  return Buffer.concat([site, rest])
}

/** A public key of ES256 as COSE writes it (RFC 9053, 7.1.1). */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return cborMap([
    [cborInt(1), cborInt(2)],
    [cborInt(3), cborInt(-7)],
    [cborInt(-1), cborInt(1)],
    [cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))],
    [cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
  ])
}

/** The few kinds of CBOR (RFC 8949) that this takes. */
function cborHead(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size])
  return size < 256
    ? Buffer.from([(kind << 5) | 24, size])
    : Buffer.from([(kind << 5) | 25, size >> 8, size & 0xff])
}

const cborInt = (value: number) => (value < 0 ? cborHead(1, -1 - value) : cborHead(0, value))
const cborBytes = (bytes: Buffer) => Buffer.concat([cborHead(2, bytes.length), bytes])
const cborText = (text: string) => Buffer.concat([cborHead(3, text.length), Buffer.from(text)])
const cborMap = (pairs: [Buffer, Buffer][]) =>
  Buffer.concat([cborHead(5, pairs.length), ...pairs.flat()])

const signed = (key: KeyObject, bytes: Buffer) => sign('sha256', bytes, key)
const encoded = (bytes: Buffer) => bytes.toString('base64url')
const credentialOf = (id: Buffer) => ({
  id: encoded(id),
  rawId: encoded(id),
  type: 'public-key' as const,
})
