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
