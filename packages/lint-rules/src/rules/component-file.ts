import path from 'node:path'
import { explain } from '../message.ts'
import { memberOf } from '../reading.ts'
import type { Context, Location, Rule } from '../redocly.ts'

const pascalCase = /^[A-Z][A-Za-z0-9]*$/
const camelCase = /^[a-z][A-Za-z0-9]*$/

/** Per node type the folder, the casing, and whether the key that refers to it must be the same name. */
const kinds: Record<string, { folder: string; casing: RegExp; example: string; keyIsName: boolean }> = {
  Schema: { folder: 'schemas', casing: pascalCase, example: 'TruncatedToken', keyIsName: false },
  Response: { folder: 'responses', casing: pascalCase, example: 'NotAuthenticated', keyIsName: false },
  Parameter: { folder: 'parameters', casing: pascalCase, example: 'Workspace', keyIsName: false },
  Header: { folder: 'headers', casing: pascalCase, example: 'SessionCookie', keyIsName: false },
  Example: { folder: 'examples', casing: pascalCase, example: 'TokenOfSession', keyIsName: true },
  // A link is named by the operation that it leads to, a security scheme by the contract.
  Link: { folder: 'links', casing: camelCase, example: 'deleteToken', keyIsName: true },
  SecurityScheme: { folder: 'securitySchemes', casing: camelCase, example: 'bearerAuth', keyIsName: true },
}

const reportNames = ({ type, key, location, report }: Context, target: Location) => {
  const kind = kinds[type.name]
  if (!kind) return
  const file = target.source.absoluteRef.split(path.sep).slice(-3).join('/')
  const name = path.basename(file, '.yaml')
  const right = `components/${kind.folder}/${kind.example}.yaml`
  if (file !== `components/${kind.folder}/${name}.yaml` || !kind.casing.test(name)) {
    const expected = `a file in components/${kind.folder}/, named like ${kind.example}`
    const wrong = `The file of this ${type.name} does not have the name of a component`
    report({ message: explain({ wrong, expected, right, found: file }), location })
  } else if (kind.keyIsName && key !== name) {
    const wrong = `The key ${key} and the component ${name} are two names for one ${type.name}`
    report({
      message: explain({ wrong, expected: 'one name', right: `${name}: { $ref: ${file} }`, found: `${key}` }),
      location,
    })
  }
}

/** A component is a file of its own, in the folder of its kind, and the file's name is the component's. */
export const componentFile: Rule = () => ({
  ref(node, context, target) {
    const reference = memberOf(node, '$ref')
    if (typeof reference !== 'string' || reference.startsWith('#') || !target.location) return
    reportNames(context, target.location)
  },
})
