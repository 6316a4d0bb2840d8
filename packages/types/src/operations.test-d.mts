import { expectTypeOf, test } from 'vitest'
import type { OperationId, operations, paths } from './index.d.ts'

test('OperationId has the name of every operation', () => {
  expectTypeOf<OperationId>().toEqualTypeOf<keyof operations>()
})

test('every path leads to operations', () => {
  type Item = paths[keyof paths]
  expectTypeOf<Extract<Item[keyof Item], { responses: unknown }>>().not.toBeNever()
})
