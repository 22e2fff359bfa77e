import { AwsClient } from 'aws4fetch'
import type { S3 } from '~/env.server'
import type { Storage } from './storage.server'

/** A bucket that speaks S3, at the address that the environment names. Each request is signed (AWS Signature 4). */
export function s3Bucket({ endpoint, bucket, region, keyId, secret }: S3): Storage {
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: 3,
  })

  async function ask(method: string, key: string, body?: File) {
    const address = `${endpoint}/${bucket}/${encodeURIComponent(key)}`
    const answer = await client.fetch(address, {
      method,
      body: body ?? null,
      signal: AbortSignal.timeout(60_000),
    })
    if (answer.ok || answer.status === 404) return answer
    throw new Error(`The bucket answered ${answer.status} to ${method}.`)
  }

  return {
    async get(key) {
      const answer = await ask('GET', key)
      return answer.ok ? new File([await answer.arrayBuffer()], key) : null
    },
    has: async (key) => (await ask('HEAD', key)).ok,
    async set(key, file) {
      const answer = await ask('PUT', key, file)
      if (!answer.ok) throw new Error('There is no such bucket.')
    },
    async remove(key) {
      await ask('DELETE', key)
    },
  }
}
