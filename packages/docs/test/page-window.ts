import { Window } from 'happy-dom'

/** A document to render into. What Node has itself stays Node's, `fetch` and `Request` above all: the sandbox runs in the same process. */
const page = new Window({ url: 'http://localhost:8000/' })
const missing = Object.getOwnPropertyNames(page).filter((name) => !(name in globalThis))
for (const name of missing)
  Object.defineProperty(globalThis, name, { configurable: true, get: () => Reflect.get(page, name) })

/** Where the page is: a redirect of a provider leads there. */
export function goTo(url: string): void {
  page.happyDOM.setURL(url)
}
