import { expect, test } from 'vitest'
import { finishPage } from './finish-page.ts'

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Whois</title>${head}</head><body>${body}</body></html>`

const finish = (body: string, head?: string) => finishPage('reference/whois/index.html', page(body, head))

test('URLs of the site are relative, and those of other places stay', () => {
  const finished = finish(
    '<a href="/errors/#roles">Errors</a><a href="https://example.com/">there</a><a href="#x">here</a><a href="//example.com">e</a>',
    '<link rel="stylesheet" href="/_astro/site.css"/><script type="module" src="/_astro/toc.js"></script>',
  )
  expect([...finished.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target)).toEqual([
    '../../_astro/site.css',
    '../../_astro/toc.js',
    '../../errors/index.html#roles',
    'https://example.com/',
    '#x',
    '//example.com',
  ])
})

test('URLs in a template are, too', () => {
  expect(finish('<template><a href="/a?b=1&amp;c=2">a</a></template>')).toContain(
    'href="../../a?b=1&amp;c=2"',
  )
})

test('what looks like a URL in a text or in a script stays as it is', () => {
  const texts = '<pre>&lt;a href="/errors/"&gt;</pre><script>const link = \'<a href="/errors/">\'</script>'
  expect(finish(texts)).toContain(texts)
})

test('a script finds the root of the site', () => {
  expect(finish('<div data-root="/"></div>')).toContain('data-root="../../"')
})

test('the policy stands before all that it allows, and has the hash of each inline script, and of no other', () => {
  const finished = finish(
    '<script>alert(1)</script><script>alert(1)</script>',
    '<script src="/a.js"></script>',
  )
  // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
  const hash = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
  const [, policy = ''] =
    /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(finished) ?? []
  expect(policy.split('; ')).toContain(`script-src 'self' ${hash}`)
})

test('a table has a box with the name of its section, and its cells the headings of their columns', () => {
  const table =
    '<table><thead><tr><th>Name</th><th>Type</th></tr></thead><tbody><tr><td>id</td><td>string</td></tr></tbody></table>'
  expect(finish(`<h2>Query &amp; path</h2>${table}`)).toContain(
    '<div class="table-box" role="group" tabindex="0" aria-label="Table: Query &amp; path"><table>' +
      '<thead><tr><th>Name</th><th>Type</th></tr></thead>' +
      '<tbody><tr><td data-label="Name">id</td><td data-label="Type">string</td></tr></tbody></table></div>',
  )
})

test('a path may break before a slash, and code in a block stays as it is', () => {
  const block = '<pre><code>/users/whoami</code></pre>'
  expect(finish(`<p><code>GET /users/whoami</code> <code>a/b</code></p>${block}`)).toContain(
    `<p><code>GET /users<wbr>/whoami</code> <code>a/b</code></p>${block}`,
  )
})

test('blocks of code that show one call in several languages are put together', () => {
  const block = (title: string) =>
    `<div class="expressive-code"><figure><figcaption><span class="title">${title}</span></figcaption></figure></div>`
  const content = (...blocks: readonly string[]) =>
    `<div class="sl-markdown-content">${blocks.join('')}</div>`
  expect(
    finish(content(block('Set up'), block('TypeScript'), block('curl'), '<p>then</p>', block('curl'))),
  ).toContain(
    content(
      block('Set up'),
      '<code-tabs>',
      block('TypeScript'),
      block('curl'),
      '</code-tabs>',
      '<p>then</p>',
      block('curl'),
    ),
  )
})

test('only a page that sends requests may ask other servers', () => {
  expect(finish('<send-request></send-request>')).toContain(
    "; connect-src 'self' http: https:; worker-src 'self'; ",
  )
  expect(finish('<p>Whois</p>')).toContain("; connect-src 'self'; ")
})
