/** One request to the main server, over real connections that go wrong. */
import { createServer as createHttp, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { expect, test } from 'vitest'
import { postJson } from '../../src/beacon/post.ts'
import { makeCertificate } from '../contract/_certificate.ts'
import { listenHere } from '../contract/_listening.ts'

const PATIENCE_MS = 5_000

/** Posts to a server that answers so. */
async function post(answer: RequestListener, answerMs = PATIENCE_MS) {
  await using server = await listenHere(createHttp(answer))
  return await postJson(`http://127.0.0.1:${String(server.port)}/in`, { a: 'ü' }, answerMs)
}

test('JSON arrives whole, and the answer with its status', async () => {
  const heard: string[] = []
  const answer = await post((request, response) => {
    request.setEncoding('utf8')
    request.on('data', (text: string) => heard.push(text))
    request.on('end', () => {
      heard.push(request.method ?? '', request.headers['content-type'] ?? '')
      response.writeHead(429).end('später')
    })
  })
  expect(heard).toEqual(['{"a":"ü"}', 'POST', 'application/json'])
  expect(answer).toEqual({ status: 429, text: 'später' })
})

test('a redirect is not followed', async () => {
  const paths: string[] = []
  const asking = post((request, response) => {
    paths.push(request.url ?? '')
    response.writeHead(307, { location: '/other' }).end()
  })
  await expect(asking).rejects.toThrow('expected an answer, got a redirect (307)')
  expect(paths).toEqual(['/in'])
})

test('an answer that breaks off is none', async () => {
  const asking = post((_request, response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('{"accepted":', () => response.destroy())
  })
  await expect(asking).rejects.toThrow('aborted')
})

test('an answer that does not come in time is none', async () => {
  await expect(post(() => {}, 20)).rejects.toMatchObject({ name: 'AbortError' })
})

test('a certificate that nobody vouches for is refused', async () => {
  await using server = await listenHere(
    createHttps(makeCertificate(), (_, response) => response.end()),
  )
  const asking = postJson(`https://127.0.0.1:${String(server.port)}/in`, {}, PATIENCE_MS)
  await expect(asking).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
})
