import path from 'node:path'
import { explain } from '../message.ts'
import type { Rule } from '../redocly.ts'

/** A path item is a file of its own, named like its URL: without the first slash, `/` → `_`, braces kept. */
export const pathFileName: Rule = () => ({
  PathItem(_pathItem, { key, location, rawLocation, report }) {
    const url = String(key)
    // A webhook or a callback has no URL.
    if (!url.startsWith('/')) return
    const expected = `paths/${url.slice(1).replaceAll('/', '_')}.yaml`
    const file = location.source.absoluteRef.split(path.sep).slice(-2).join('/')
    if (file === expected && location.pointer === '#/') return
    report({
      message: explain({
        wrong: `The path item ${url} is not in the file that its URL names`,
        expected: 'a whole file named like the URL, without the first slash and with `_` for `/`',
        right: `$ref: ${expected}`,
        found: location.pointer === '#/' ? file : `${file}${location.pointer}`,
      }),
      location: rawLocation,
    })
  },
})
