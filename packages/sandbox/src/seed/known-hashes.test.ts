import { expect, test } from 'vitest'
import { parsePhc } from '../argon2/phc.ts'
import { hashPassword, isPassword } from '../domain/password.ts'
import { exampleWorld } from './example-world.ts'
import { hashPasswords } from './hash-passwords.ts'
import { initialWorld } from './initial-world.ts'
import { knownHashes } from './known-hashes.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

test.each([...knownHashes])(
  'the hash of %s is one of it, and costs what every hash costs',
  async (password, hash) => {
    expect(await isPassword(password, hash)).toBe(true)
    const { salt: _salt, tag: _tag, ...cost } = parsePhc(await hashPassword(password, random))
    expect(parsePhc(hash)).toMatchObject(cost)
  },
)

test('the worlds that are known begin without a hash to compute', async () => {
  const progress: unknown[] = []
  for (const { accounts } of [initialWorld, exampleWorld])
    await hashPasswords(accounts, random, (step) => progress.push(step))
  expect(progress).toEqual([])
})
