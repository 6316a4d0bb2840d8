import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository } from '../../src/repository.ts'
import type { Place } from '../../src/thread/place.ts'
import { deviations, places } from '../../src/thread/places.ts'
import { readBundle } from '../bundle.ts'

const model = readBundle('openapi.internal.json')

describe('every operation of the document, and no other, stands in', () => {
  test.each(places.map((place) => [place.where, place] as const))('%s', (_where, place) => {
    expect(deviations(place, model, place.find(repository))).toEqual([])
  })
})

describe('every operation has its path file, named like its URL', () => {
  test.each(model.operations.map(({ id, path: template }) => [id, template] as const))(
    '%s',
    (_id, template) => {
      const file = `spec/paths/${template.slice(1).replaceAll('/', '_')}.yaml`
      expect(existsSync(path.join(repository, file)), `${file} is missing`).toBe(true)
    },
  )
})

describe('the gate', () => {
  const handlers: Place = {
    where: 'packages/sandbox/src/operations/<id>.ts',
    internal: true,
    remedy: 'Write the handler.',
    find: () => [],
  }
  const ids = model.operations.map(({ id }) => id)

  test('names the missing place and what to do', () => {
    const found = ids.filter((id) => id !== 'whoami')
    expect(deviations(handlers, model, found)).toEqual([
      'packages/sandbox/src/operations/whoami.ts is missing. Write the handler.',
    ])
  })

  test('names what the document does not have', () => {
    expect(deviations(handlers, model, [...ids, 'whoWasI'])).toEqual([
      expect.stringContaining(
        'packages/sandbox/src/operations/whoWasI.ts has no operation "whoWasI" in spec/paths',
      ),
    ])
  })

  test('does not ask for the neighbours where only the published operations stand', () => {
    const published = model.operations.filter(({ internal }) => !internal).map(({ id }) => id)
    expect(deviations({ ...handlers, internal: false }, model, published)).toEqual([])
  })
})
