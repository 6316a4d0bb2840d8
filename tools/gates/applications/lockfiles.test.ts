import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { repository } from '../../src/repository.ts'

type Versions = Readonly<Record<string, string>>

/** What a package.json asks for, or what a lockfile says that it was made for. */
interface Wanted {
  readonly dependencies?: Versions
  readonly devDependencies?: Versions
}

const folders = globSync(
  [
    'examples/*/package.json',
    'tools/gates/{applications,generated-clients,official-clients,test-runners}/*/package.json',
  ],
  {
    cwd: repository,
    exclude: ['**/node_modules/**'],
  },
).map((file) => path.dirname(file))

describe.each(folders)('%s', (folder) => {
  const read = (file: string) => readFileSync(path.join(repository, folder, file), 'utf8')
  const isNpm = existsSync(path.join(repository, folder, 'package-lock.json'))
  const lockfile = read(isNpm ? 'package-lock.json' : 'pnpm-lock.yaml')
  const manifest: Wanted = JSON.parse(read('package.json'))

  test('locks what its package.json asks of others, in exact versions', () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies }
    const ofOthers = Object.entries(wanted).filter(([name]) => !name.startsWith('@windmill-user-api/'))
    expect(ofOthers.filter(([, version]) => !/^(?:npm:.+@)?\d/.test(version))).toEqual([])
    expect(isNpm ? lockedByNpm(lockfile) : lockedByPnpm(lockfile)).toEqual(Object.fromEntries(ofOthers))
  })

  test('says nothing of our packages or of where others come from', () => {
    expect(lockfile).not.toMatch(/^ +'?"?(?:node_modules\/)?@windmill-user-api\/\w[^\n]*[{:]$/m)
    expect(lockfile).not.toContain('"resolved"')
    expect(lockfile).not.toContain('tarball: http')
  })
})

function lockedByNpm(lockfile: string): Versions {
  const { packages } = JSON.parse(lockfile)
  const { dependencies, devDependencies }: Wanted = packages['']
  return { ...dependencies, ...devDependencies }
}

function lockedByPnpm(lockfile: string): Versions {
  const { importers } = parse(lockfile)
  const { dependencies, devDependencies } = importers['.']
  const locked: Readonly<Record<string, { readonly specifier: string }>> = {
    ...dependencies,
    ...devDependencies,
  }
  return Object.fromEntries(Object.entries(locked).map(([name, { specifier }]) => [name, specifier]))
}
