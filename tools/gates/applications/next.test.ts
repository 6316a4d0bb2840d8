import { expect, test } from 'vitest'
import { setScene } from './scene.ts'

/** A token of Ada, in the world of the examples. */
const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

// Chromium, the development server and writing are in next.full.test.ts.
test('Next builds an application, and a client component renders what its server component has read', async () => {
  await using scene = await setScene('tools/gates/applications/next-short', [
    'types',
    'client',
    'react-query',
  ])
  await scene.application.run('next', ['build'])
  await using server = await scene.start(['next', 'start', '--port', 'PORT'], { USER_API_TOKEN: token })
  const page = await (await fetch(server.url)).text()

  // Nothing but the hydrated cache can have it: hooks send no request where they are rendered on a server.
  expect(page).toContain('<p>ada, admin, grace</p>')
  // The browser gets the cache, with the scope of both clients in its keys, and never the token.
  expect(page).toContain('user-api')
  expect(page).not.toContain(token)
}, 300_000)
