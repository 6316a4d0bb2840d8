import path from 'node:path'
import { camelCase, pascalCase } from '../casing.ts'
import { explain } from '../message.ts'
import { memberOf } from '../reading.ts'
import type { Context, Location, Rule } from '../redocly.ts'

interface Kind {
  folder: string
  /** What the name of such a component is written in. */
  casing: 'PascalCase' | 'camelCase'
  example: string
  /** Whether the key that refers to it must be the same name. */
  keyIsName?: boolean
}

/** Per node type; a kind that is not here may be anywhere. */
const kinds: Record<string, Kind> = {
  Schema: { folder: 'schemas', casing: 'PascalCase', example: 'TruncatedToken' },
  Response: { folder: 'responses', casing: 'PascalCase', example: 'NotAuthenticated' },
  Parameter: { folder: 'parameters', casing: 'PascalCase', example: 'Workspace' },
  Header: { folder: 'headers', casing: 'PascalCase', example: 'SessionCookie' },
  RequestBody: { folder: 'requestBodies', casing: 'PascalCase', example: 'NewToken' },
  Callback: { folder: 'callbacks', casing: 'PascalCase', example: 'TokenCreated' },
  Example: { folder: 'examples', casing: 'PascalCase', example: 'TokenOfSession', keyIsName: true },
  // A link is named by the operation that it leads to, a security scheme by the contract.
  Link: { folder: 'links', casing: 'camelCase', example: 'deleteToken', keyIsName: true },
  SecurityScheme: { folder: 'securitySchemes', casing: 'camelCase', example: 'bearerAuth', keyIsName: true },
}

const casings = { PascalCase: /^[A-Z][A-Za-z0-9]*$/, camelCase: /^[a-z][A-Za-z0-9]*$/ }

/** OpenAPI 3.1, Components Object. */
const componentName = /^[a-zA-Z0-9._-]+$/

const cased = (name: string, { casing, example }: Kind): string =>
  (casing === 'camelCase' ? camelCase(name) : pascalCase(name)) || example

const wrongFile = (file: string, name: string, kind: Kind, type: string): string => {
  const right = `components/${kind.folder}/${cased(name, kind)}.yaml`
  if (componentName.test(name)) {
    const expected = `a file in components/${kind.folder}/ with a name in ${kind.casing}`
    const wrong = `The file of this ${type} does not have the name of a component`
    return explain({ wrong, expected, right, found: file })
  }
  const expected = `${componentName.source}, as OpenAPI has it, and here ${kind.casing}`
  return explain({
    wrong: `The name ${name} has characters that no component may have`,
    expected,
    right,
    found: file,
  })
}

const messageFor = ({ type, key }: Context, target: Location): string | undefined => {
  const kind = kinds[type.name]
  if (!kind) return undefined
  const file = target.source.absoluteRef.split(path.sep).slice(-3).join('/')
  const name = path.basename(file, '.yaml').normalize('NFC')
  if (path.posix.dirname(file) !== `components/${kind.folder}` || !casings[kind.casing].test(name))
    return wrongFile(file, name, kind, type.name)
  if (!kind.keyIsName || key === name) return undefined
  const wrong = `The key ${key} and the component ${name} are two names for one ${type.name}`
  return explain({ wrong, expected: 'one name', right: `${name}: { $ref: ${file} }`, found: `${key}` })
}

/**
 * A component is a file of its own, in the folder of its kind, and the file's name is the component's. A wrong name is
 * reported where it is first referred to.
 */
export const componentFile: Rule = () => {
  const reported = new Set<string>()
  return {
    ref(node, context, { location: target }) {
      const reference = memberOf(node, '$ref')
      if (typeof reference !== 'string' || reference.startsWith('#') || !target) return
      const message = messageFor(context, target)
      if (message === undefined || reported.has(message)) return
      reported.add(message)
      context.report({ message, location: context.location })
    },
  }
}
