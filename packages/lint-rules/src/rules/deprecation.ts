import path from 'node:path'
import { type Problem, problemsOf, replacedBy, since, unknownName } from '../deprecations.ts'
import { isDraft } from '../drafts.ts'
import { explain, quote } from '../message.ts'
import { nearest } from '../nearest.ts'
import { operationsOf, type ParameterFacts } from '../operations.ts'
import { listOf, memberOf, recordOf } from '../reading.ts'
import type { Location, Rule } from '../redocly.ts'

/** A replacement that is named, to be looked at when all operations and schemas are known. */
interface Named {
  kind: 'operation' | 'schema'
  /** What it replaces. */
  name: string
  replacement: string
  location: Location
}

/** Parameters are replaced by others of the same operation. */
const parameterProblems = (parameters: ParameterFacts[]): Problem[] =>
  parameters.flatMap(({ name, node, location }) => {
    const replacement = memberOf(node, replacedBy)
    const others = parameters.flatMap((other) => (other.name === name ? [] : (other.name ?? [])))
    if (replacement === undefined || others.includes(String(replacement))) return []
    return [unknownName('other parameter of the operation', replacement, others, location)]
  })

/** Members are replaced by others of the same object. */
const memberProblems = (schema: unknown, location: Location): Problem[] => {
  const properties = recordOf(memberOf(schema, 'properties'))
  return Object.entries(properties).flatMap(([name, member]) => {
    const replacement = memberOf(member, replacedBy)
    const others = Object.keys(properties).filter((other) => other !== name)
    if (replacement === undefined || others.includes(String(replacement))) return []
    return [
      unknownName('other member of the object', replacement, others, location.child(['properties', name])),
    ]
  })
}

const key = 'x-enum-deprecated'

/** Each name in `x-enum-deprecated` is a value of the enumeration, with a reason. */
const valueProblems = (schema: unknown, location: Location): Problem[] => {
  const values = listOf(memberOf(schema, 'enum')).map(String)
  return Object.entries(recordOf(memberOf(schema, key))).flatMap(([value, told]) => {
    const isKnown = values.includes(value)
    if (isKnown && typeof told === 'string' && told !== '') return []
    const right = isKnown ? value : (nearest(value, values) ?? values[0] ?? value)
    const message = explain({
      wrong: isKnown
        ? `The deprecated value ${value} has no reason`
        : `${value} is no value of the enumeration`,
      expected: `values of ${quote(values)}, each with what to do instead`,
      right: `${key}: { ${right}: Use \`member\`. }`,
      found: isKnown ? quote(told) : value,
    })
    return [{ message, location: location.child([key, value]) }]
  })
}

/**
 * What is deprecated says since when and until when, and what replaces it or why nothing does. A replacement is there: an
 * operation, a parameter of the same operation, a member of the same object, a schema.
 */
export const deprecation: Rule = () => {
  /** Whether it may replace others: one that is deprecated itself, or not published yet, may not. */
  const operations = new Map<string, boolean>()
  const schemas = new Set<string>()
  const named: Named[] = []
  return {
    PathItem(pathItem, context) {
      for (const operation of operationsOf(pathItem, context)) {
        const { name, node, location } = operation
        operations.set(name, node['deprecated'] !== true && !isDraft(node))
        const replacement = node[replacedBy]
        if (replacement !== undefined)
          named.push({ kind: 'operation', name, replacement: String(replacement), location })
        const problems = [...problemsOf(node, location, [since]), ...parameterProblems(operation.parameters)]
        for (const problem of problems) context.report(problem)
      }
    },
    Parameter(parameter, { location, report }) {
      for (const problem of problemsOf(recordOf(parameter), location, [])) report(problem)
    },
    Schema(schema, { location, report }) {
      const name = path.basename(location.source.absoluteRef, '.yaml')
      const isNamed = location.pointer === '#/'
      const replacement = memberOf(schema, replacedBy)
      if (isNamed) schemas.add(name)
      if (isNamed && replacement !== undefined)
        named.push({ kind: 'schema', name, replacement: String(replacement), location })
      const problems = [
        ...problemsOf(recordOf(schema), location, []),
        ...memberProblems(schema, location),
        ...valueProblems(schema, location),
      ]
      for (const problem of problems) report(problem)
    },
    Root: {
      leave(_root, { report }) {
        const lasting = [...operations].filter(([, lasts]) => lasts).map(([name]) => name)
        const known = { operation: lasting, schema: [...schemas] }
        for (const { kind, name, replacement, location } of named) {
          const others = known[kind].filter((other) => other !== name)
          const what = kind === 'operation' ? 'operation that lasts' : 'schema'
          if (!others.includes(replacement)) report(unknownName(what, replacement, others, location))
        }
      },
    },
  }
}
