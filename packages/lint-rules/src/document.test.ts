import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundle, lint, loadConfig } from '@redocly/openapi-core'
import { expect, test } from 'vitest'
import { memberOf, recordOf } from './reading.ts'

const fileOf = (name: string) => fileURLToPath(new URL(`../../../spec/${name}`, import.meta.url))

const configOf = async (api: string) =>
  (await loadConfig({ configPath: fileOf('redocly.yaml') })).forAlias(api)

const bundleOf = async (api: string): Promise<unknown> => {
  const { bundle: document } = await bundle({ ref: fileOf('openapi.yaml'), config: await configOf(api) })
  return document.parsed
}

const operationIdsOf = (document: unknown) =>
  Object.values(recordOf(memberOf(document, 'paths'))).flatMap((pathItem) =>
    Object.values(recordOf(pathItem)).map((operation) => memberOf(operation, 'operationId')),
  )

test('the document has no problem', async () => {
  expect(await lint({ ref: fileOf('openapi.yaml'), config: await configOf('internal') })).toEqual([])
}, 30_000)

test.each(readdirSync(fileOf('workflows')))('the workflow %s has no problem', async (name) => {
  expect(await lint({ ref: fileOf(`workflows/${name}`), config: await configOf('internal') })).toEqual([])
})

test('a bundle is the same text each time', async () => {
  expect(JSON.stringify(await bundleOf('internal'))).toBe(JSON.stringify(await bundleOf('internal')))
})

test('the published bundle mentions no neighbour', async () => {
  const published = await bundleOf('openapi@json')
  const internal = await bundleOf('internal')
  const operationIds = operationIdsOf(published)
  const neighbours = operationIdsOf(internal).filter((id) => !operationIds.includes(id))
  expect(neighbours).toEqual(
    expect.arrayContaining([
      'createWorkspace',
      'deleteGlobalUser',
      'deleteInvite',
      'deleteWorkspace',
      'inviteUser',
      'listOauthLogins',
      'listPendingInvites',
      'startOauthLogin',
    ]),
  )
  const text = JSON.stringify(published)
  expect(neighbours.filter((id) => text.includes(String(id)))).toEqual([])
  expect(text).not.toContain('x-internal')
})

test('the bundle without texts is the internal one, without its texts', async () => {
  const shape = await bundleOf('shape')
  expect(operationIdsOf(shape)).toEqual(operationIdsOf(await bundleOf('internal')))
  expect(JSON.stringify(shape)).not.toMatch(/"summary":|"description":"[^"]/)
})
