import { Window } from 'happy-dom'

/**
 * A document to render into. What Node has itself stays Node's, `fetch` and `Request` above all: the sandbox runs in the same
 * process, and it is no part of the page.
 */
const window = new Window({ url: 'http://localhost:8000/' })
for (const name of Object.getOwnPropertyNames(window)) {
  if (name in globalThis) continue
  Object.defineProperty(globalThis, name, { configurable: true, get: () => Reflect.get(window, name) })
}
