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

  const ask = (method: string, key: string, body?: File) =>
    fetchIn(`/${encodeURIComponent(key)}`, method, body)

  async function fetchIn(path: string, method: string, body?: File) {
    const answer = await client.fetch(`${endpoint}/${bucket}${path}`, {
      method,
      body: body ?? null,
      signal: AbortSignal.timeout(60_000),
    })
    if (answer.ok || answer.status === 404) return answer
    throw new Error(`The bucket answered ${answer.status} to ${method}.`)
  }

  /** A page of the list at a time (ListObjectsV2); our keys are hexadecimal and need no decoding. */
  async function* storedBefore(moment: Date): AsyncGenerator<string> {
    let next = ''
    do {
      const from = next ? `&continuation-token=${encodeURIComponent(next)}` : ''
      const answer = await fetchIn(`?list-type=2${from}`, 'GET')
      const list = await answer.text()
      for (const [, row = ''] of list.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
        const stored = new Date(inside(row, 'LastModified'))
        if (stored < moment) yield inside(row, 'Key')
      }
      next = inside(list, 'NextContinuationToken')
    } while (next)
  }

  return {
    storedBefore,
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

function inside(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''
}
