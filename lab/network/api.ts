/** The product's API, reached by a socket file across namespaces. */
import { request } from 'node:http'

/** Calls it. Out: the answer's JSON. Fails: rejects with what was answered instead. */
export function callApi<T>(
  { socketPath, apiKey }: { socketPath: string; apiKey: string },
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<T> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const call = request({ socketPath, method, path: `/api/v1${path}`, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (text += chunk))
      answer.on('end', () => {
        const status = answer.statusCode ?? 0
        if (status >= 200 && status < 300) resolve(JSON.parse(text) as T)
        else reject(new Error(`${method} ${path}: expected 2xx, got ${String(status)} ${text}`))
      })
      answer.on('error', reject)
    })
    call.on('error', reject)
    call.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
