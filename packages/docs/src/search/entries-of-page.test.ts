import { expect, it } from 'vitest'
import { entriesOfPage } from './entries-of-page.ts'

const page = (main: string) => `<!DOCTYPE html><html><body><nav>Menu</nav><main>${main}</main></body></html>`

it('makes an entry of each section, with its heading and its text', () => {
  const html = page(
    '<h1>Errors</h1><p>What <code>can</code> fail.</p><h2 id="all">All <code>texts</code></h2><p>One</p><p>Two</p>',
  )
  expect(entriesOfPage('errors/index.html', html)).toEqual([
    { page: 'errors/index.html', title: 'Errors', text: 'What can fail.' },
    { page: 'errors/index.html', anchor: 'all', title: 'Errors', heading: 'All texts', text: 'One Two' },
  ])
})

it('names the call of an operation in each section', () => {
  const html = page(
    '<h1>getPet</h1><p class="operation-call"><span>GET</span><code>/pets</code></p><h2 id="a">A</h2>',
  )
  expect(entriesOfPage('p', html).map(({ call }) => call)).toEqual(['GET /pets', 'GET /pets'])
})

it('knows the names that rows of tables begin with', () => {
  const html = page(
    '<h1>A</h1><table><tr><th>Name</th></tr><tr><td><code>id</code></td><td>x</td></tr></table>',
  )
  expect(entriesOfPage('p', html)[0]?.fields).toEqual(['id'])
})

it('leaves out scripts, drawings and anchors for screen readers', () => {
  const html = page(
    '<h1>A</h1><script>let a</script><svg><title>no</title></svg><a class="sl-anchor-link">no</a><p>b</p>',
  )
  expect(entriesOfPage('p', html)).toEqual([{ page: 'p', title: 'A', text: 'b' }])
})

it('has nothing of a page without a main part', () => {
  expect(entriesOfPage('p', '<h1>A</h1>')).toEqual([])
})
