import { expect, test } from 'vitest'
import { summary } from './summary.ts'

test('says what is where, aligned, sizes in kilobytes of 1,000 bytes', () => {
  const text = summary({
    publicUrl: 'http://localhost:9000',
    hasConsole: true,
    data: undefined,
    accounts: [
      { email: 'admin@windmill.dev', password: 'changeme', superAdmin: true },
      { email: 'ada@example.com', password: 'analytical-engine' },
    ],
    tarballs: [{ name: '@windmill-user-api/types', version: '1.2.3', file: '/t.tgz', size: 13_400 }],
  })
  expect(text).toBe(`
  docs         http://localhost:9000/
  sandbox      http://localhost:9000/api
  console      http://localhost:9000/sandbox
  data         in memory, gone when this ends
  super admin  admin@windmill.dev / changeme
  user         ada@example.com / analytical-engine

  @windmill-user-api/types  1.2.3     13.4 kB packed

Ctrl-C ends it.
`)
})
