import { converse } from './converse.mjs'

// Node, Deno and Bun: the origin is the argument, and what came of it goes to stdout.
console.log(JSON.stringify(await converse(process.argv[2])))
