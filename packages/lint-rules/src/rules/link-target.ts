import { explain } from '../message.ts'
import { listOf, memberOf, recordOf, textsOf } from '../reading.ts'
import type { Context, Location, Rule } from '../redocly.ts'

/** A link that was met, to be looked at when all operations are known. */
interface MetLink {
  target: string
  parameters: string[]
  location: Location
}

const parameterNames = (operation: unknown, { resolve }: Context): string[] =>
  textsOf(
    listOf(memberOf(operation, 'parameters')).map((parameter) => memberOf(resolve(parameter).node, 'name')),
  )

const messageFor = (
  { target, parameters }: MetLink,
  operations: Map<string, string[]>,
): string | undefined => {
  const known = operations.get(target)
  if (!known) {
    const wrong = `The link leads to ${target}, which is no operation`
    const found = target
    return explain({
      wrong,
      expected: 'the operationId of an operation',
      right: 'operationId: deleteToken',
      found,
    })
  }
  const unknown = parameters.find((name) => !known.includes(name))
  if (unknown === undefined) return undefined
  const wrong = `The link gives ${target} a parameter that it does not take`
  const expected = known.length > 0 ? `of ${known.join(', ')}` : 'no parameters'
  return explain({
    wrong,
    expected,
    right: known[0] ? `parameters: { ${known[0]}: … }` : 'no parameters',
    found: unknown,
  })
}

/** A link leads to an operation of the document, and names parameters that this operation takes. */
export const linkTarget: Rule = () => {
  const operations = new Map<string, string[]>()
  const links: MetLink[] = []
  return {
    Operation(operation, context) {
      operations.set(String(memberOf(operation, 'operationId')), parameterNames(operation, context))
    },
    Link(link, { location }) {
      const parameters = Object.keys(recordOf(memberOf(link, 'parameters')))
      links.push({ target: String(memberOf(link, 'operationId')), parameters, location })
    },
    Root: {
      leave(_root, { report }) {
        for (const link of links) {
          const message = messageFor(link, operations)
          if (message !== undefined) report({ message, location: link.location })
        }
      },
    },
  }
}
