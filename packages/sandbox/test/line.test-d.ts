import { expectTypeOf, test } from 'vitest'
import type { BodyOf, Line } from './line.ts'

test('a line names a method and a path of the document', () => {
  expectTypeOf<'GET /w/demo/users/list'>().toExtend<Line>()
  expectTypeOf<'GET /users/list_as_super_admin?page=2'>().toExtend<Line>()
  expectTypeOf<'POST /w/demo/users/list'>().not.toExtend<Line>()
  expectTypeOf<'GET /w/demo/users/lists'>().not.toExtend<Line>()
})

test('a body is that of the operation', () => {
  type Body = BodyOf<'POST /auth/login'>
  expectTypeOf<Body>().toEqualTypeOf<{ email: string; password: string }>()
  expectTypeOf<{ email: string }>().not.toExtend<Body>()
  expectTypeOf<BodyOf<'GET /users/whoami'>>().toEqualTypeOf<undefined>()
})
