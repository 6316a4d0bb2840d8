import { beforeAll, describe, expect, it } from 'vitest'
import { readWorkflows } from '../src/workflows/read-workflows.ts'
import { readSite, textOf } from './site.ts'

let site: ReadonlyMap<string, string>

beforeAll(async () => {
  site = await readSite()
})

describe('the guides', () => {
  it('come with at least five workflows', async () => {
    expect((await readWorkflows()).length).toBeGreaterThanOrEqual(5)
  })

  it('explain each status, those that no operation lists included', () => {
    const text = textOf(site.get('errors/index.html') ?? '')
    for (const status of [400, 401, 403, 404, 405, 413, 415, 422, 429, 500, 503])
      expect(text).toContain(`${status} `)
  })
})
