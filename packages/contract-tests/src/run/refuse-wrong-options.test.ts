import { describe, expect, test } from 'vitest'
import { SetupProblem } from '../errors.ts'
import { cleanUp, detectOperations, runContract } from '../index.ts'
import { contractTests } from '../vitest.ts'

const calls: string[] = []
const server = {
  baseUrl: 'http://localhost:8000/api',
  admin: { email: 'admin@windmill.dev', password: 'changeme' },
  fetch: async ({ url }: Request) => {
    calls.push(url)
    return new Response('[]')
  },
}

/** As plain JavaScript calls them. */
const functions: readonly (readonly [string, (options: unknown) => unknown])[] = [
  ['runContract', (options) => runContract(options as never)],
  ['cleanUp', (options) => cleanUp(options as never)],
  ['detectOperations', (options) => detectOperations(options as never)],
  ['contractTests', async (options) => contractTests(options as never)],
]

describe.each(functions)('%s refuses, before the first call,', (name, run) => {
  test.each([
    [{ ...server, timeot: 5 }, `${name} has no option "timeot". Did you mean "timeout"?`],
    [{ ...server, timeout: '5s' }, `The option timeout of ${name} is string. Expected one such as 10000.`],
    [{ ...server, fetch: {} }, `The option fetch of ${name} is object. Expected a function.`],
    ['http://localhost:8000/api', `${name} got string as its options. Expected an object, such as {`],
    [null, `${name} got null as its options.`],
  ])('%j', async (options, message) => {
    await expect(run(options)).rejects.toThrow(message)
    await expect(run(options)).rejects.toThrow(SetupProblem)
    expect(calls).toEqual([])
  })
})

test.each([
  [{ profil: 'read-only' }, 'runContract has no option "profil". Did you mean "profile"?'],
  [{ profile: 'readonly' }, 'There is no profile "readonly". Did you mean "read-only"?'],
  [{ filter: 'login' }, 'The option filter of runContract is string. Expected one such as ["createToken"].'],
  [{ bail: 'yes' }, 'The option bail of runContract is string. Expected one such as true.'],
])('runContract refuses %j', async (options, message) => {
  await expect(runContract({ ...server, ...options } as never)).rejects.toThrow(message)
  expect(calls).toEqual([])
})

test('cleanUp refuses a run among its options, where it would remove what all runs left', async () => {
  await expect(cleanUp({ ...server, run: 'nightly7' } as never)).rejects.toThrow(
    'cleanUp has no option "run".',
  )
})

test('an option that is undefined is not given, and false is no manifest', async () => {
  const options = { ...server, manifest: false, profile: undefined, filter: ['nothing'] }
  await expect(runContract(options as never)).rejects.toThrow('No operation is called "nothing".')
})
