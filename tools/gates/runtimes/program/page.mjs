import { converse } from './converse.mjs'

// A page: the test calls it, with the origin that the page has itself.
globalThis.converse = () => converse(location.origin)
