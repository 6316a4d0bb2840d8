import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { installApart } from '../../src/packages/install-apart.ts'
import { repository } from '../../src/repository.ts'
import {
  fromOpenApiGenerator,
  fromWindmillClient,
  type OfficialVersion,
  operationsByVersion,
} from './moving-parts.ts'
import { readOfficialRoutes } from './official-routes.ts'

const prefix = 'windmill-client-'
let versions: readonly OfficialVersion[]

beforeAll(async () => {
  const modules = path.join(await installApart(path.join(import.meta.dirname, 'versions')), 'node_modules')
  const folders = (await readdir(modules)).filter((name) => name.startsWith(prefix)).toSorted()
  versions = await Promise.all(
    folders.map(async (folder) => ({
      version: folder.slice(prefix.length),
      routes: await readOfficialRoutes(path.join(modules, folder)),
    })),
  )
}, 120_000)

test('every version of windmill-client has the login', () => {
  expect(versions.length).toBeGreaterThanOrEqual(5)
  for (const { version, routes } of versions) expect(routes.get('login'), version).toBe('POST /auth/login')
})

test('the guide shows which version has which operation', async () => {
  await expect(operationsByVersion(versions)).toMatchFileSnapshot(part('windmill-versions'))
})

test('the guide shows each function of the newest windmill-client', async () => {
  const newest = versions.at(-1)?.routes ?? new Map()
  await expect(fromWindmillClient(newest)).toMatchFileSnapshot(part('from-windmill-client'))
})

test('the guide shows each function that OpenAPI Generator makes of the reference page', async () => {
  await expect(fromOpenApiGenerator()).toMatchFileSnapshot(part('from-openapi-generator'))
})

function part(name: string): string {
  return path.join(repository, `packages/docs/src/parts/${name}.md`)
}
