import { expect, test } from 'vitest'
import { summary } from './summary.ts'

test('says what is where, aligned, sizes in kilobytes of 1,000 bytes', () => {
  const text = summary({
    places: [
      ['docs', 'http://localhost:9000/'],
      ['sandbox', 'http://localhost:9000/api'],
      ['super admin', 'admin@windmill.dev / changeme'],
    ],
    tarballs: [{ name: '@windmill-user-api/types', version: '1.2.3', file: '/t.tgz', size: 13_400 }],
  })
  expect(text).toBe(`
  docs         http://localhost:9000/
  sandbox      http://localhost:9000/api
  super admin  admin@windmill.dev / changeme

  @windmill-user-api/types  1.2.3     13.4 kB packed

Ctrl-C ends it.
`)
})
