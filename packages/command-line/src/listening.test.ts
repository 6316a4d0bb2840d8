import { expect, test } from 'vitest'
import { explainListening } from './listening.ts'

test('says what to do about an address where nothing can listen', () => {
  const taken = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' })
  expect(explainListening(taken, 'localhost:8000')).toBe(
    'localhost:8000 is taken. Choose another port, such as --port 8001, or 0 for a free one.',
  )
})

test('leaves any other error as it is', () => {
  expect(explainListening(new Error('the disk is full'), 'localhost:8000')).toBe('the disk is full')
})
