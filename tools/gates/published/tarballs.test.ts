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
      expect(result.types ? result.problems : []).toEqual([])
    })

    test('holds no test and no path of the workspace', async () => {
      const result = createPackageFromTarballData(new Uint8Array(await read()))
      expect(
        result
          .listFiles()
          .filter((file) => /(?<!\.contract)\.test(-d)?\.|\.tsbuildinfo$|\/test\//.test(file)),
      ).toEqual([])
      expect(result.readFile(`/node_modules/${manifest.name}/package.json`)).not.toMatch(
        /workspace:|catalog:/,
      )
    })

    test('has a source map for each compiled file, which leads to a source that is there', async () => {
      const result = createPackageFromTarballData(new Uint8Array(await read()))
      const compiled = result.listFiles().filter(isCompiled)
      expect(compiled.flatMap((file) => missingSources(result, `${file}.map`))).toEqual([])
    })

    test("keeps 'use client' in the files whose sources have it", async () => {
      const result = createPackageFromTarballData(new Uint8Array(await read()))
      const withDirective = result.listFiles().filter((file) => {
        return /\.(?:js|tsx?)$/.test(file) && /^(?:\/\/.*\n)*['"]use client['"]/.test(result.readFile(file))
      })
      const compiled = withDirective.filter((file) => file.includes('/dist/'))
      const sources = withDirective.filter((file) => file.includes('/src/'))
      expect(compiled).toEqual(
        sources.map((file) => file.replace('/src/', '/dist/').replace(/\.tsx?$/, '.js')),
      )
    })

    test('brings its licence, and those of code that it copies', async () => {
      const result = createPackageFromTarballData(new Uint8Array(await read()))
      const files = result.listFiles().map((file) => file.replace(`/node_modules/${manifest.name}/`, ''))
      expect(files).toContain('LICENSE')
      const noticed = files.flatMap(
        (file) => /third-party\/(.+)\.txt$/.exec(file)?.[1]?.replace('__', '/') ?? [],
      )
      expect(noticed).toEqual(expect.arrayContaining([...copiedPackages(result)]))
      const texts = files
        .filter((file) => file.includes('third-party/'))
        .map((file) => [file, result.readFile(`/node_modules/${manifest.name}/${file}`)] as const)
      const silent = texts.filter(([, text]) => !/permission|permitted|redistribut/i.test(text))
      expect(silent.map(([file]) => file)).toEqual([])
    })

    test('works with each version of the others that is on its 0.x line', async () => {
      const result = createPackageFromTarballData(new Uint8Array(await read()))
      const packed = JSON.parse(result.readFile(`/node_modules/${manifest.name}/package.json`))
      const ours = Object.entries({ ...packed.dependencies, ...packed.peerDependencies }).filter(([name]) =>
        name.startsWith('@windmill-user-api/'),
      )
      const [major, minor] = manifest.version.split('.')
      expect(ours.filter(([, range]) => range !== `^${major}.${minor}.0`)).toEqual([])
    })
  })
}

/** The site's scripts are bundled, and have no source of their own; nor has the bundler's own helper. */
function isCompiled(file: string): boolean {
  return file.includes('/dist/') && /\.c?js$/.test(file) && !/\/(?:docs|_virtual)\//.test(file)
}

/** The sources that a source map names, and that are neither in the tarball nor in the map. */
function missingSources(tarball: TarballFiles, map: string): string[] {
  if (!tarball.fileExists(map))
    return onlyReexports(tarball.readFile(map.slice(0, -'.map'.length))) ? [] : [map]
  const { sources, sourcesContent }: SourceMap = JSON.parse(tarball.readFile(map))
  return sources
    .filter((_, index) => !sourcesContent?.[index])
    .map((source) => path.posix.resolve(path.posix.dirname(map), source))
    .filter((source) => !tarball.fileExists(source))
}

/** There is nothing of a source in it: it imports or requires, and exports. */
function onlyReexports(code: string): boolean {
  const lines = code.replaceAll(/\/\*.*?\*\//gs, '').split('\n')
  return lines.every((line) => line === '' || reexport.test(line))
}

const reexport =
  /^(?:(?:import|export) .*"[^"]+";|export \{[^}]*\};|const \w+ = require\("[^"]+"\);|exports\.\w+ = [\w.]+;|Object\.defineProperty\(exports, Symbol\.toStringTag, .*)$/

/** Those whose code is in a compiled file, which says so above each part. */
function copiedPackages(tarball: TarballFiles): ReadonlySet<string> {
  const compiled = tarball.listFiles().filter((file) => /\.[cm]?js$/.test(file))
  const regions = compiled.flatMap((file) => [
    ...tarball.readFile(file).matchAll(/^\/\/ \S*node_modules\/((?:@[^/\s]+\/)?[^@/\s.][^/\s]*)\/\S*$/gm),
  ])
  const site = tarball.listFiles().some((file) => file.endsWith('/dist/search.json'))
  const names = regions.map(([, name = '']) => name)
  return new Set(site ? [...names, 'minisearch', '@astrojs/starlight'] : names)
}

type TarballFiles = ReturnType<typeof createPackageFromTarballData>

interface SourceMap {
  readonly sources: readonly string[]
  readonly sourcesContent?: readonly (string | null)[]
}
