import { describe, expect, test } from 'vitest'
import { differencesIn, exchangeWith } from '../../test/exchange.ts'
import {
  expectAlike,
  expectAllow,
  expectMethodNotAllowed,
  expectNoBody,
  expectOptions,
  expectUnknownPath,
} from './expect-edges.ts'

const text = { 'content-type': 'text/plain' }

describe('expectAllow', () => {
  test('lets Allow name HEAD and OPTIONS, which every path may have', async () => {
    const exchange = await exchangeWith({ status: 405, headers: { allow: 'POST, HEAD, OPTIONS' } })
    expect(differencesIn(exchange, () => expectAllow(exchange, ['POST']))).toEqual([])
  })

  test.each([
    [
      'lacks a method',
      { allow: 'OPTIONS' },
      ['header Allow: expected the methods of the path, got without POST'],
    ],
    [
      'names one that the path does not have',
      { allow: 'POST, PUT' },
      ['header Allow: expected no other method, got with PUT'],
    ],
    [
      'lacks one and names another',
      { allow: 'PUT' },
      [
        'header Allow: expected the methods of the path, got without POST',
        'header Allow: expected no other method, got with PUT',
      ],
    ],
    ['is missing', {}, ['header Allow: expected the methods of the path, got absent']],
  ])('records an Allow that %s', async (_what, headers, lines) => {
    const exchange = await exchangeWith({ status: 405, headers })
    expect(differencesIn(exchange, () => expectAllow(exchange, ['POST']))).toEqual(lines)
    expect(new Set(exchange.observations.map(({ rule }) => rule))).toEqual(new Set(['method-not-allowed']))
  })
})

test('expectOptions expects 204, and looks at Allow all the same', async () => {
  const exchange = await exchangeWith({ status: 200, headers: { allow: 'GET' } })
  expect(differencesIn(exchange, () => expectOptions(exchange, ['POST']))).toEqual([
    'status: expected 204, got 200',
    'header Allow: expected the methods of the path, got without POST',
    'header Allow: expected no other method, got with GET',
  ])
})

test('expectMethodNotAllowed does not ask for Allow with another status', async () => {
  const exchange = await exchangeWith({ status: 404, headers: text, body: 'Not found: no such path' })
  expect(differencesIn(exchange, () => expectMethodNotAllowed(exchange, ['POST']))).toEqual([
    'status: expected 405, got 404',
  ])
  const right = await exchangeWith({ status: 405, headers: text, body: 'Method not allowed: PUT' })
  expect(differencesIn(right, () => expectMethodNotAllowed(right, ['POST']))).toEqual([
    'header Allow: expected the methods of the path, got absent',
  ])
})

test('expectNoBody records a body after HEAD', async () => {
  const exchange = await exchangeWith({ status: 200 }, 'HEAD')
  expect(differencesIn(exchange, expectNoBody)).toEqual([])
  const wrong = { ...exchange, response: { ...exchange.response, text: 'body' } }
  expect(differencesIn(wrong, expectNoBody)).toEqual(['body of HEAD: expected no body, got a body'])
})

test('expectUnknownPath expects an error like the others', async () => {
  const right = await exchangeWith({ status: 404, body: 'Not found: no such path', headers: text })
  const wrong = await exchangeWith({ status: 404, body: '<h1>404</h1>', headers: text })
  expect(differencesIn(right, expectUnknownPath)).toEqual([])
  expect(differencesIn(wrong, expectUnknownPath)).toEqual([
    'body: expected one line "Not found: <detail>", got markup',
  ])
})

describe('expectAlike', () => {
  const forbidden = { status: 403, headers: text }

  test('takes two responses for alike that differ only in what was named', async () => {
    const known = await responseFor('demo', { ...forbidden, body: 'Forbidden: ada is no member of demo' })
    const unknown = await responseFor('nowhere', {
      ...forbidden,
      body: 'Forbidden: ada is no member of nowhere',
    })
    expect(differencesIn(unknown, () => expectAlike(known, unknown))).toEqual([])
  })

  test.each([
    [
      'the same text',
      { ...forbidden, body: 'Forbidden: there is no such workspace' },
      'body, whether it exists or not: expected the same, got another',
    ],
    [
      'the status',
      { ...forbidden, status: 404, body: 'Not found: nowhere' },
      'status, whether it exists or not: expected the same, got 403 if it exists, 404 if not',
    ],
    [
      'the media type',
      { ...forbidden, headers: { 'content-type': 'text/html' }, body: 'Forbidden: ada may not' },
      'header Content-Type, whether it exists or not: expected the same, got another',
    ],
  ])('records that %s gives away what exists', async (_what, response, line) => {
    const known = await responseFor('demo', { ...forbidden, body: 'Forbidden: ada may not' })
    const unknown = await responseFor('nowhere', response)
    expect(differencesIn(unknown, () => expectAlike(known, unknown))).toEqual([line])
    expect(known.observations).toEqual([])
  })
})

async function responseFor(workspace: string, response: Parameters<typeof exchangeWith>[0]) {
  const { request, ...rest } = await exchangeWith(response)
  return { ...rest, request: { ...request, url: `http://localhost:8000/api/w/${workspace}/users/list` } }
}
