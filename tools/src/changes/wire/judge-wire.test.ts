import { expect, test } from 'vitest'
import type { Difference } from './difference.ts'
import { judgeWire } from './judge-wire.ts'

const list = '#/paths/~1pets/get'
const difference = (more: Partial<Difference>): Difference => ({
  path: list,
  typeName: 'Operation',
  kind: 'modified',
  impact: 'patch',
  ...more,
})
const places = { '/paths/~1pets/get': { source: 'paths/pets.yaml:4' } }
const judged = (more: Partial<Difference>) => judgeWire([difference(more)], { before: {}, after: places })[0]

test('a role that fewer have is breaking, and one that more have is not', () => {
  const role = (before: string, after: string) =>
    judged({ property: 'x-role', base: { value: before, line: 1 }, revision: { value: after, line: 1 } })

  expect(role('member', 'workspace-admin')).toMatchObject({ impact: 'major' })
  expect(role('member', 'user')).toMatchObject({ impact: 'minor' })
})

test('a default is part of what a request means, and tells readers of a response nothing', () => {
  const changed = { typeName: 'Schema', property: 'default' }

  expect(judged({ ...changed, path: `${list}/parameters/0/schema` })).toMatchObject({ impact: 'major' })
  expect(judged({ ...changed, path: `${list}/responses/200/content/x/schema` })).toMatchObject({
    impact: 'patch',
  })
})

test('where redocly finds more, its verdict stays', () => {
  expect(judged({ property: 'operationId', impact: 'major' })).toMatchObject({ impact: 'major' })
})

test('a reason names the line of the nearest part that is known', () => {
  expect(judged({ path: `${list}/responses/200/description` })).toMatchObject({
    place: 'spec/paths/pets.yaml:4',
  })
  expect(judged({ path: '#/servers/0' })).toMatchObject({ place: 'spec/openapi.yaml' })
})

test('an operation that is new may be called by neighbours', () => {
  expect(judged({ kind: 'added', impact: 'minor' })).toMatchObject({ isNeededByNeighbours: true })
  expect(judged({ kind: 'removed', impact: 'major' })).not.toHaveProperty('isNeededByNeighbours')
})
