import { stringify } from 'yaml'
import { camelCase, sentenceCase } from '../casing.ts'
import { explain } from '../message.ts'
import { nearest } from '../nearest.ts'
import { keyOrder, type OperationFacts, operationsOf } from '../operations.ts'
import { memberOf, textsOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'
import { fittingRoles, rolesIn } from '../roles.ts'

/** What every operation of this document says. */
export const usualKeys = ['operationId', 'summary', 'description', 'x-role', 'security']

const idFor = ({ method, path }: OperationFacts): string => camelCase(`${method} ${path}`)

/** A value that fits this operation, by the key that it lacks. */
const values: Record<string, (operation: OperationFacts, security: string) => string> = {
  operationId: idFor,
  summary: (operation) => sentenceCase(String(operation.node['operationId'] ?? idFor(operation))),
  description: () => 'What the call does, who may make it, and what it returns, in full sentences.',
  'x-role': (operation) => String(fittingRoles(operation, rolesIn({})).roles[0]),
  security: ({ role }, security) => (role === 'anonymous' ? '[]' : security),
  tags: () => '[user]',
}

const inLine = (value: unknown): string => stringify(value ?? [], { collectionStyle: 'flow' }).trim()

/**
 * Every operation of a path has the keys that this document asks for. The option `required` lists others. A key that
 * is there under a misspelt name is not missing: Redocly's `struct` reports that name.
 */
export const operationKeys: Rule = (options) => {
  const required = textsOf(options['required'] ?? usualKeys)
  let security = '[]'
  return {
    Root(root) {
      security = inLine(memberOf(root, 'security'))
    },
    PathItem(pathItem, context) {
      for (const operation of operationsOf(pathItem, context)) {
        const keys = Object.keys(operation.node)
        const misspelt = keys.filter((key) => !(key.startsWith('x-') || keyOrder.includes(key)))
        const missing = required.filter((key) => !keys.includes(key) && !nearest(key, misspelt))
        if (missing.length === 0) continue
        const extensions = keys.filter((key) => key.startsWith('x-') && !required.includes(key))
        const near = missing.flatMap((key) => nearest(key, extensions) ?? [])
        context.report({
          message: explain({
            wrong: `${operation.name} lacks ${missing.join(', ')}`,
            expected: `${required.join(', ')} in every operation`,
            right: missing.map((key) => `${key}: ${values[key]?.(operation, security) ?? '…'}`).join('\n'),
            found: near.length > 0 ? near.map((key) => `\`${key}\``).join(', ') : keys.join(', '),
          }),
          location: operation.location.child(keys.find((key) => key === 'operationId') ?? []).key(),
        })
      }
    },
  }
}
