import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { MailNotTaken, resendTransport } from '~/mail/transport.server'

const mail = {
  id: 'mai_1',
  to: 'ana@example.com',
  subject: 'A subject',
  text: 'As text',
  html: '<p>As HTML</p>',
}

it('sends a mail under the outbox row’s id, so that a second try is the same mail', async () => {
  const { baseUrl, seen } = await aProvider(200, { id: 'provider-1' })
  await transport(baseUrl).send(mail)
  expect(seen).toHaveLength(1)
  expect(seen[0]?.path).toBe('/emails')
  expect(seen[0]?.headers['idempotency-key']).toBe('mai_1')
  expect(seen[0]?.headers.authorization).toBe('Bearer key')
  expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({
    from: 'Lamplight <lamplight@example.gov>',
    to: 'ana@example.com',
    subject: 'A subject',
    text: 'As text',
    html: '<p>As HTML</p>',
  })
})

it.each([
  [429, 'rate_limit_exceeded', false],
  [500, 'internal_server_error', false],
  [401, 'missing_api_key', false],
  [422, 'validation_error', true],
])('tells an answer of %i apart: %s lasts: %s', async (statusCode, name, lasting) => {
  const message = `Something about ${mail.to}`
  const { baseUrl } = await aProvider(statusCode, { statusCode, name, message })
  const error = await transport(baseUrl)
    .send(mail)
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(MailNotTaken)
  expect(error).toMatchObject({ lasting, message: `Resend answered ${name} (${statusCode}).` })
})

it('tries again when nobody answers', async () => {
  const error = await transport('http://127.0.0.1:9')
    .send(mail)
    .catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'MailNotTaken', lasting: false })
})

function transport(baseUrl: string) {
  return resendTransport({ apiKey: 'key', from: 'Lamplight <lamplight@example.gov>' }, { baseUrl })
}

/** Stands in for the provider: answers each request alike, and keeps what it was sent. */
async function aProvider(status: number, answer: unknown) {
  const seen: { path: string | undefined; headers: IncomingHttpHeaders; body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      seen.push({ path: request.url, headers: request.headers, body })
      response.writeHead(status, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}
