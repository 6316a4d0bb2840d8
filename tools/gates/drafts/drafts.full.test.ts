import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packAll } from '../../src/packages/pack.ts'
import { repository } from '../../src/repository.ts'
import { createWorkspaceCopy, type WorkspaceCopy } from '../workspace-copy.ts'

const operation = `get:
  operationId: countTokens
  summary: Count tokens
  description: |
    Returns how many tokens the caller has, expired ones included. Any user may call this.
  tags:
    - user
  x-draft: true
  x-role: user
  x-idempotent: true
  security:
    - bearerAuth: []
    - cookieAuth: []
  responses:
    "200":
      description: number of tokens
      content:
        application/json:
          schema:
            $ref: ../components/schemas/TokenCount.yaml
          examples:
            Two:
              summary: A session and a token
              value:
                count: 2
    "401":
      $ref: ../components/responses/NotAuthenticated.yaml
`

const schema = `type: object
description: How many tokens an account has.
required: [count]
properties:
  count:
    type: integer
    minimum: 0
    description: The number of tokens.
    examples:
      - 2
`

const member = `properties:
  purpose:
    type: string
    maxLength: 50
    x-draft: true
    description: What the token is for.
    examples:
      - releases
`

const pathFile = 'spec/paths/users_tokens_count.yaml'
const newToken = 'spec/components/schemas/NewToken.yaml'

/** Milliseconds for a cold build where others work, too. */
const aColdBuild = 900_000

let copy: WorkspaceCopy & AsyncDisposable

const build = (...words: string[]) => copy.run(process.execPath, 'tools/src/build/main.ts', ...words)

beforeAll(async () => {
  copy = await createWorkspaceCopy()
  await copy.write(pathFile, operation)
  await copy.write('spec/components/schemas/TokenCount.yaml', schema)
  const next = '  /users/tokens/create:\n'
  await copy.replace(
    'spec/openapi.yaml',
    next,
    `  /users/tokens/count:\n    $ref: paths/users_tokens_count.yaml\n${next}`,
  )
  await copy.replace(newToken, 'properties:\n', member)
  await copy.replace(
    'spec/paths/users_tokens_create.yaml',
    '              label: ci\n',
    '              label: ci\n              purpose: releases\n',
  )
}, aColdBuild)

afterAll(() => copy?.[Symbol.asyncDispose]())

// One after the other: each goes on from what the one before has built.
describe('a draft operation and a draft member', () => {
  test(
    'are built for a preview, before anything else of them is written',
    async () => {
      expect(await build('--drafts')).toMatchObject({ status: 0 })
    },
    aColdBuild,
  )

  test('are in the docs of the preview, and marked', async () => {
    const page = await copy.read('packages/docs/dist/reference/countTokens.md')
    expect(page).toContain('**Draft.** It is in no release yet, and may change.')
    expect(page).toContain('Returns how many tokens the caller has')
    expect(await copy.read('packages/docs/dist/reference/index.html')).toContain('Count tokens (draft)')
    expect(await copy.read('packages/docs/dist/schemas.md')).toMatch(/`purpose` .*\*\*Draft\.\*\*/)
  })

  test('have types', async () => {
    const types = await copy.read('packages/types/src/generated/openapi.d.ts')
    expect(types).toContain('countTokens: {')
    expect(types).toMatch(/purpose\?: string/)
  })

  test('are answered by mocks, with the examples of the document', async () => {
    await copy.write(
      'tools/program.mjs',
      `import { createHandlers } from '../packages/msw/src/index.ts'
       import { getResponse } from 'msw'
       const { countTokens } = createHandlers({ baseUrl: 'http://localhost/api' })
       const answer = await getResponse([countTokens(200)], new Request('http://localhost/api/users/tokens/count'))
       console.log(await answer.text())`,
    )
    expect(await copy.run(process.execPath, 'tools/program.mjs')).toEqual({
      status: 0,
      printed: expect.stringMatching(/^\{\s*"count":\s*2\s*\}\n$/),
    })
  })

  test('are not packed', async () => {
    const { printed, status } = await copy.run('pnpm', '--dir', 'spec', 'pack', '--dry-run')
    expect(status).not.toBe(0)
    expect(printed.replaceAll(/\s+/g, ' ')).toContain(
      'This build has drafts, which are not published. Build without them first: pnpm build',
    )
  })

  test(
    'are in no file of what is published',
    async () => {
      expect(await build()).toMatchObject({ status: 0 })
      const tarballs = path.join(copy.root, 'tarballs')
      await mkdir(tarballs)
      const files = await filesIn(await packAll(tarballs, copy.root), tarballs)
      expect(files.length).toBeGreaterThan(100)
      const leaking = await Promise.all(
        files.map(async (file) => {
          const text = await readFile(file, 'utf8')
          // The README of the document explains the mark.
          const isMarked = !file.endsWith('README.md') && text.includes('x-draft')
          return isMarked || /countTokens|TokenCount|tokens\/count|"purpose"|purpose\?/.test(text)
            ? [file]
            : []
        }),
      )
      expect(leaking.flat().map((file) => path.relative(tarballs, file))).toEqual([])
      const reviewed = 'docs/UserApi.md'
      expect(await copy.read(reviewed)).toBe(await readFile(path.join(repository, reviewed), 'utf8'))
    },
    aColdBuild,
  )

  test(
    'are asked for, in one list of files with what each needs, when the mark goes',
    async () => {
      await copy.replace(pathFile, '  x-draft: true\n', '')
      const { status, printed } = await build()
      expect(status).toBe(1)
      expect(printed.split('\n').filter((line) => line.startsWith('  packages/'))).toEqual([
        '  packages/sandbox/src/operations/countTokens.ts is missing. Write the handler: what the call does in the sandbox.',
        '  packages/sandbox/src/operations/index.ts: countTokens is missing. Add the handler to the table.',
        '  packages/sandbox/src/operations/countTokens.test.ts is missing. Call it through `createSandbox().fetch`: what it returns, and what it refuses.',
        '  packages/contract-tests/src/setup/countTokens.ts is missing. Say how to bring a server into a state in which the call succeeds, through its API alone.',
        '  packages/contract-tests/src/setup/index.ts: countTokens is missing. Add the setup to the table.',
      ])
    },
    aColdBuild,
  )
})

/** The files of tarballs, unpacked beside them. Source maps show the same sources. */
async function filesIn(
  tarballs: readonly { readonly file: string }[],
  folder: string,
): Promise<readonly string[]> {
  for (const { file } of tarballs) {
    const target = file.replace(/\.tgz$/, '')
    await mkdir(target)
    await promisify(execFile)('tar', ['-xzf', file, '-C', target])
  }
  return globSync('**/*.{js,cjs,ts,mts,cts,json,yaml,md,html,txt}', { cwd: folder }).map((file) =>
    path.join(folder, file),
  )
}
