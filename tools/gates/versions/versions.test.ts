import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { listPublishedPackages } from '../../src/packages/published.ts'
import { repository } from '../../src/repository.ts'
import { readBundle } from '../bundle.ts'

test('all published packages have one version, and the document states it', () => {
  const versions = listPublishedPackages().map(({ manifest }) => `${manifest.name} ${manifest.version}`)
  const { version } = readBundle('openapi.json')
  expect(versions, 'info.version in spec/openapi.yaml follows the packages: pnpm bump').toEqual(
    listPublishedPackages().map(({ manifest }) => `${manifest.name} ${version}`),
  )
})

test('all published packages are in the one fixed group of changesets', () => {
  const config = JSON.parse(readFileSync(path.join(repository, '.changeset/config.json'), 'utf8'))
  const [[group], ...others] = config.fixed
  const names = /^@windmill-user-api\/\{(.*)\}$/.exec(group)?.[1]?.split(',') ?? []
  expect(others).toEqual([])
  expect(
    names.map((name: string) => `@windmill-user-api/${name}`).sort(),
    '`fixed` in .changeset/config.json lists the published packages',
  ).toEqual(
    listPublishedPackages()
      .map(({ manifest }) => manifest.name)
      .sort(),
  )
})

describe.each(globSync('.changeset/*.md', { cwd: repository, exclude: ['.changeset/README.md'] }))(
  '%s',
  (file) => {
    test('names published packages, the kind of change, and what it means to users', () => {
      const text = readFileSync(path.join(repository, file), 'utf8')
      const [, head = '', body = ''] = /^---\n(.*?)\n---\n\n(.+)/s.exec(text) ?? []
      const changes: unknown = parse(head)
      const published = listPublishedPackages().map(({ manifest }) => manifest.name)
      expect(Object.keys(changes ?? {}), text).not.toEqual([])
      for (const [name, kind] of Object.entries(changes ?? {})) {
        expect(published).toContain(name)
        expect(['major', 'minor', 'patch']).toContain(kind)
      }
      expect(body).toMatch(/\w/)
    })
  },
)
