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

const fieldTable = (kind: string, name: string, second = 'string') =>
  `<table><tr><th>${kind}</th><th>Type</th></tr><tr><td><code>${name}</code></td><td>${second}</td></tr></table>`

test('each field of an operation or a schema has an anchor, and its name leads there', () => {
  const finished = finish(
    [
      `<h2 id="parameters">Parameters</h2>${fieldTable('Name', 'per_page', 'query')}`,
      `<h2 id="request-body">Request body</h2>${fieldTable('Member', 'authors[].name')}${fieldTable('Member', 'authors[].name')}`,
      `<h2 id="responses">Responses</h2><h3>201 Created</h3>${fieldTable('Header', 'Location')}${fieldTable('Member', 'email')}`,
      `<h2 id="user">User</h2>${fieldTable('Member', 'email')}`,
    ].join(''),
  )
  const ids = [...finished.matchAll(/<tr id="([^"]+)">/g)].map(([, id]) => id)
  expect(ids).toEqual([
    'query-per_page',
    'body-authors.name',
    'body-authors.name-2',
    'response-201-header-Location',
    'response-201-email',
    'user-email',
  ])
  for (const id of ids) expect(finished).toContain(`<a class="field" href="#${id}"><code>`)
})

test('a table of anything else has no anchors', () => {
  expect(finish(`<h2 id="options">Options</h2>${fieldTable('Option', '--port')}`)).not.toContain('<tr id=')
})

test('the examples of the responses of an operation stand behind its samples, by status', () => {
  const block = (title: string, code: string) =>
    `<div class="expressive-code"><figure><span class="title">${title}</span><pre>${code}</pre></figure></div>`
  const finished = finish(
    `<h1 class="operation-title">whois</h1><div class="sl-markdown-content">${block('TypeScript', 'api')}${block('curl', 'curl')}` +
      `<h2 id="responses">Responses</h2><h3>200 OK</h3><p>A member.</p><p>Example <code>Ada</code></p>${block('', 'ada')}` +
      '<h3>403 Forbidden</h3><ul><li><code>Forbidden: &lt;demo&gt;</code>: You are no member.</li></ul><h3>404 Not Found</h3></div>',
  )
  const [, examples] = /<div class="response-examples"[^>]*>(.*?)<\/div><\/div><h2/s.exec(finished) ?? []
  expect(examples).toBe(
    '<p>Examples of responses</p>' +
      `<details name="response-example" open><summary>200 OK</summary><p>Example <code>Ada</code></p>${block('', 'ada')}</details>` +
      '<details name="response-example"><summary>403 Forbidden</summary><pre><code>Forbidden: &lt;demo&gt;</code></pre></details>',
  )
  expect(finished).toContain('<h3>200 OK</h3><p>A member.</p><h3>403 Forbidden</h3><ul>')
})
