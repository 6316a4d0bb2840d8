import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { installApart } from './install-apart.ts'

let place: string
/** What somebody wants to have installed, and where to. */
let wanted: string
let cache: string

beforeEach(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-apart-'))
  wanted = path.join(place, 'wanted')
  cache = path.join(place, 'cache')
  await write('tool/package.json', { name: 'tool', version: '1.0.0' })
  await write('wanted/package.json', { private: true, dependencies: { tool: `file:${place}/tool` } })
  await writeFile(path.join(wanted, 'pnpm-workspace.yaml'), 'packages: []\n')
})

afterEach(() => rm(place, { recursive: true }))

async function write(file: string, content: object): Promise<void> {
  await mkdir(path.dirname(path.join(place, file)), { recursive: true })
  await writeFile(path.join(place, file), JSON.stringify(content))
}

const versionIn = async (installed: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(installed, 'node_modules/tool/package.json'), 'utf8')).version

test('what a package.json names is installed apart, and nothing beside it', async () => {
  const installed = await installApart(wanted, cache)

  expect(await versionIn(installed)).toBe('1.0.0')
  expect(path.dirname(installed)).toBe(cache)
  expect(await readdir(wanted)).not.toContain('node_modules')
})

describe('another time', () => {
  test('it is there already', async () => {
    const installed = await installApart(wanted, cache)
    const { birthtimeMs } = await stat(installed)

    expect(await installApart(wanted, cache)).toBe(installed)
    expect((await stat(installed)).birthtimeMs).toBe(birthtimeMs)
  })

  test('it is installed anew when the package.json names something else', async () => {
    const before = await installApart(wanted, cache)
    await cp(path.join(place, 'tool'), path.join(place, 'newer'), { recursive: true })
    await write('newer/package.json', { name: 'tool', version: '2.0.0' })
    await write('wanted/package.json', { private: true, dependencies: { tool: `file:${place}/newer` } })
    const after = await installApart(wanted, cache)

    expect([await versionIn(before), await versionIn(after)]).toEqual(['1.0.0', '2.0.0'])
  })
})

test('two that come at once get the same, whole, and leave nothing half done', async () => {
  const [one, other] = await Promise.all([installApart(wanted, cache), installApart(wanted, cache)])

  expect(one).toBe(other)
  expect(await versionIn(one)).toBe('1.0.0')
  expect(await readdir(cache)).toEqual([path.basename(one)])
})

test('what cannot be installed is an error, leaves nothing behind, and is tried again', async () => {
  await rm(path.join(place, 'tool'), { recursive: true })
  await expect(installApart(wanted, cache)).rejects.toThrow('pnpm install')
  expect(await readdir(cache)).toEqual([])

  await write('tool/package.json', { name: 'tool', version: '1.0.0' })
  expect(await versionIn(await installApart(wanted, cache))).toBe('1.0.0')
})
