/** Sends JSON to the main server. By Node's plain requests: `fetch` is a program of its own that takes memory a page could have. */
import { request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'

/** What the main server answered. */
export interface Answer {
  status: number
  text: string
}

/** Sends it. Fails: rejects when there is no whole answer in time, or one that points elsewhere. */
export function postJson(url: string, body: unknown, answerMs: number): Promise<Answer> {
  const bytes = Buffer.from(JSON.stringify(body))
  const headers = { 'content-type': 'application/json', 'content-length': bytes.length }
  const request = url.startsWith('https:') ? requestTls : requestPlain
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(answerMs)
    const asking = request(url, { method: 'POST', headers, signal }, (answer) => {
      const status = answer.statusCode ?? 0
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const isElsewhere = status >= 300 && status < 400
        if (isElsewhere) reject(new Error(`expected an answer, got a redirect (${String(status)})`))
        else resolve({ status, text: Buffer.concat(chunks).toString() })
      })
    })
    asking.on('error', reject)
    asking.end(bytes)
  })
}
