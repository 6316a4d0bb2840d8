import { cp } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Application, installApplication } from '../applications/application.ts'
import { runTests } from './run-tests.ts'

/** A test runner of users, and the line with which it says that all tests have passed. */
interface TestRunner {
  readonly command: readonly string[]
  readonly passed: RegExp
  /** Flags of Node. */
  readonly flags?: string
}

const asModules = '--experimental-vm-modules'

/** Milliseconds for one test. The first sandbox of a process takes seconds on a busy machine, and most runners give a test five. */
const patience = '60000'

/** Those that run the tests of `modules`. */
const runners: Readonly<Record<string, TestRunner>> = {
  'Jest 30, ES modules': {
    command: ['jest', '--testTimeout', patience],
    passed: /Tests: +2 passed, 2 total/,
    flags: asModules,
  },
  'Vitest 5': {
    command: ['vitest', 'run', 'vitest.test.mjs', '--testTimeout', patience],
    passed: /Tests +1 passed/,
  },
  'node:test': { command: ['node', '--test', 'node.test.mjs'], passed: /pass 1\n.*fail 0\n/ },
  'Mocha 12': { command: ['mocha', '--timeout', patience, 'mocha.test.mjs'], passed: /1 passing/ },
}

const folders: Readonly<Record<string, Readonly<Record<string, TestRunner>>>> = {
  commonjs: {
    'Jest 30, CommonJS, without configuration': jest('plain', 2),
    'Jest 30, CommonJS, Babel, MSW 2': jest('babel', 2),
    'Jest 30, CommonJS, @swc/jest, MSW 2': jest('swc', 2),
    'Jest 30, CommonJS, ts-jest, MSW 2': jest('ts', 2),
    'Jest 30, CommonJS, ts-jest in two projects, MSW 2': jest('projects', 2),
    'Jest 30, CommonJS, hooks in jsdom, MSW 2': jest('jsdom', 1),
    'Jest 30, CommonJS, ES modules by a flag of Node, MSW 2': { ...jest('flag', 3), flags: asModules },
  },
  modules: withMsw('MSW 3', { ...runners, ...withoutNode('.msw-3', 1) }),
  'modules-msw-2': withMsw('MSW 2', {
    ...runners,
    ...withoutNode('', 2),
  }),
}

function withMsw(version: string, all: Readonly<Record<string, TestRunner>>) {
  return Object.fromEntries(Object.entries(all).map(([name, runner]) => [`${name}, ${version}`, runner]))
}

function withoutNode(infix: string, denoTests: number): Readonly<Record<string, TestRunner>> {
  const deno = ['deno', 'test', '--allow-all', `deno${infix}.test.mjs`]
  return {
    'Bun 1.4': {
      command: ['bun', 'test', '--timeout', patience, `./bun${infix}.test.mjs`],
      passed: /1 pass\n +0 fail/,
    },
    'Deno 2.9': { command: deno, passed: new RegExp(`${denoTests} passed \\| 0 failed`) },
  }
}

function jest(configuration: string, tests: number): TestRunner {
  return {
    command: ['jest', '--config', `${configuration}.jest.config.cjs`, '--testTimeout', patience],
    passed: new RegExp(`Tests: +${tests} passed, ${tests} total`),
  }
}

describe.each(Object.entries(folders))(
  'with the packages of %s',
  { timeout: 300_000 },
  (folder, itsRunners) => {
    let project: Application

    beforeAll(async () => {
      project = await installApplication(`tools/gates/test-runners/${folder}`, [
        'types',
        'client',
        'react-query',
        'msw',
        'sandbox',
      ])
      if (folder === 'modules-msw-2') await addTestsOf('modules', project)
    }, 300_000)

    afterAll(() => project?.[Symbol.asyncDispose]())

    test.for(Object.entries(itsRunners))(
      '%s runs and ends by itself',
      async ([name, runner], { annotate }) => {
        const { status, output, seconds } = await runTests(project, runner.command, runner.flags)
        expect(output).toMatch(runner.passed)
        expect(output).not.toMatch(/did not exit|open handle/i)
        expect(status).toBe(0)
        await annotate(`${name}: passed, and ended after ${seconds.toFixed(1)} s`, 'figure')
      },
    )

    // When this fails, the guide to Jest and the README of msw say something that is no longer true.
    test.runIf(folder === 'modules')('setupServer of MSW 3 sees the fetch of Node alone', async () => {
      const commands = [['node'], ['bun'], ['deno', 'run', '--allow-all']]
      const runs = commands.map((command) => runTests(project, [...command, 'set-up-server.mjs']))
      const printed = (await Promise.all(runs)).map(
        ({ output }) => /^(?:not )?intercepted$/m.exec(output)?.[0],
      )
      expect(printed).toEqual(['intercepted', 'not intercepted', 'not intercepted'])
    })
  },
)

/** The same tests with another MSW. */
async function addTestsOf(folder: string, project: Application): Promise<void> {
  const filter = (file: string) => file.endsWith(folder) || file.endsWith('.mjs')
  await cp(path.join(import.meta.dirname, folder), project.folder, { recursive: true, filter })
}
