import { existsSync } from 'node:fs'
import path from 'node:path'
import { isRecord } from '../reading.ts'
import type { Rule } from '../redocly.ts'

/** A component's name, which no reference is: that has a path, an ending or a pointer. */
const componentName = /^[A-Za-z0-9_-]+$/

/**
 * The mapping of a discriminator may name a schema by the name of its component (OpenAPI 3.1, Discriminator Object). Here a
 * component is a file, so the name becomes the reference that it stands for, before anything is resolved.
 */
export const namedMappings: Rule = () => {
  let schemas = ''
  return {
    Root(_root, { location }) {
      schemas = path.join(path.dirname(location.source.absoluteRef), 'components', 'schemas')
    },
    DiscriminatorMapping(mapping, { location }) {
      if (!isRecord(mapping)) return
      for (const [value, name] of Object.entries(mapping)) {
        if (typeof name !== 'string' || !componentName.test(name)) continue
        const file = path.join(schemas, `${name}.yaml`)
        if (!existsSync(file)) continue
        const reference = path.relative(path.dirname(location.source.absoluteRef), file)
        mapping[value] = `./${reference.split(path.sep).join('/')}`
      }
    },
  }
}
