import { expect, test } from 'vitest'
import { describeObserved, exchangeWith } from '../../test/exchange.ts'
import { expectRandomTokens } from './random-tokens.ts'

/** What is recorded of a server that makes these tokens, again and again. */
async function linesFor(tokenOf: (count: number) => string) {
  const exchanges: Awaited<ReturnType<typeof exchangeWith>>[] = []
  await expectRandomTokens(async () => {
    const exchange = await exchangeWith({ status: 201, body: tokenOf(exchanges.length) })
    exchanges.push(exchange)
    return exchange
  })
  return { calls: exchanges.length, lines: exchanges.flatMap(describeObserved) }
}

const random = [
  'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX',
  'bT7wRz4NcVx1KpLq9YhGf6DsJm2EaUoZ',
  'H5kPzXc8VbNm3QwErTy7UiOp1AsDfGjK',
  'Z9lXkCjVhBgNfMdQsWaEpRoTiYu8I6O4',
  'p2O4i6U8y0T1r3E5w7Q9mNbVcXzLkJhG',
  'a1S3d5F7g9H0jKlZxCvBnMqWeRtYuIoP',
]

test('accepts tokens that have nothing in common, and looks at six of them', async () => {
  expect(await linesFor((count) => random[count] ?? '')).toEqual({ calls: 6, lines: [] })
})

test('records a token that comes again', async () => {
  expect((await linesFor((count) => random[count % 4] ?? '')).lines).toEqual([
    'tokens made one after the other: expected nothing in common, got a token is repeated',
  ])
})

test('records once that tokens share ten characters, wherever they stand', async () => {
  const { lines } = await linesFor((count) => {
    const token = random[count] ?? ''
    return count % 2 === 0
      ? `${token.slice(0, 11)}SharedPart${token.slice(21)}`
      : `${token.slice(10)}SharedPart`
  })
  expect(lines).toEqual([
    'tokens made one after the other: expected nothing in common, got a long run of characters is shared',
  ])
})

test('accepts nine characters in common', async () => {
  const { lines } = await linesFor((count) => `${random[count] ?? ''}Shared_90`.replace('_', `${count}_`))
  expect(lines).toEqual([])
})
