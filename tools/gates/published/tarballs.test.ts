import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packAll, type Tarball } from '../../src/packages/pack.ts'
import { listPublishedPackages } from '../../src/packages/published.ts'

let folder: string
let tarballs: readonly Tarball[]

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-tarballs-'))
  tarballs = await packAll(folder)
})

afterAll(() => rm(folder, { recursive: true }))

/** Node 10 and CommonJS callers are none of ours: every package is ESM only. */
const notServed = ['node10', 'node16-cjs']

for (const { manifest } of listPublishedPackages()) {
  describe(manifest.name, () => {
    const read = async (): Promise<Buffer> => {
      const tarball = tarballs.find(({ name }) => name === manifest.name)
      return readFile(tarball?.file ?? '(not packed)')
    }

    test('publint has nothing to say', async () => {
      const content = await read()
      const { messages, pkg } = await publint({
        pack: { tarball: content.buffer as ArrayBuffer },
        strict: true,
      })
      expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
    })

    test('its types resolve the way its code does', async () => {
      const result = await checkPackage(createPackageFromTarballData(new Uint8Array(await read())))
      const problems = result.types ? result.problems : []
      expect(
        problems.filter(
          (problem) => !('resolutionKind' in problem && notServed.includes(problem.resolutionKind)),
        ),
      ).toEqual([])
    })

    test('holds no test, nothing whose source is gone, and no path of the workspace', async () => {
      const result = createPackageFromTarballData(new Uint8Array(await read()))
      const files = result.listFiles()
      expect(
        files.filter((file) => /(?<!\.contract)\.test(-d)?\.|\.tsbuildinfo$|\/test\//.test(file)),
      ).toEqual([])
      expect(files.filter((file) => isCompiled(file) && !files.includes(sourceOf(file)))).toEqual([])
      const { dependencies = {} } = JSON.parse(result.readFile(`/node_modules/${manifest.name}/package.json`))
      expect(
        Object.values(dependencies).filter((range) => /workspace:|catalog:/.test(String(range))),
      ).toEqual([])
    })
  })
}

/** The site's scripts are bundled, and have no source of their own. */
function isCompiled(file: string): boolean {
  return file.includes('/dist/') && file.endsWith('.js') && !file.includes('/docs/')
}

function sourceOf(file: string): string {
  return file.replace('/dist/', '/src/').replace(/\.js$/, '.ts')
}
