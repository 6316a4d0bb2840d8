import { expect, test } from 'vitest'
import { hashPassword, isPassword, nobodysHash } from './password.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

test('hashes with the parameters of the contract, as a PHC string', async () => {
  expect(await hashPassword('changeme', random)).toMatch(
    /^\$argon2id\$v=19\$m=4096,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/,
  )
})

test('salts each hash', async () => {
  const hashes = await Promise.all([hashPassword('changeme', random), hashPassword('changeme', random)])
  expect(hashes[0]).not.toBe(hashes[1])
})

test('knows the password again', async () => {
  const hash = await hashPassword('pässword 🔑', random)
  expect(await isPassword('pässword 🔑', hash)).toBe(true)
  expect(await isPassword('pässword', hash)).toBe(false)
  expect(await isPassword('', hash)).toBe(false)
})

test.each([null, undefined])('takes no password for the hash %s', async (hash) => {
  expect(await isPassword('changeme', hash)).toBe(false)
})

test('does the same work where there is no account', async () => {
  const parameters = (hash: string) => hash.split('$').slice(0, 4)
  const hash = await hashPassword('changeme', (length) => new Uint8Array(length))
  expect(parameters(nobodysHash)).toEqual(parameters(hash))
  expect(nobodysHash).toHaveLength(hash.length)
  expect(await isPassword('changeme', undefined)).toBe(false)
})
