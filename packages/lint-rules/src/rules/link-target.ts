import { explain } from '../message.ts'
import { nearest } from '../nearest.ts'
import { namesInPath, operationsOf } from '../operations.ts'
import { memberOf, recordOf } from '../reading.ts'
import type { Location, Rule } from '../redocly.ts'

/** A link that was met, to be looked at when all operations are known. */
interface MetLink {
  target: string
  parameters: string[]
  location: Location
}

/** The names of the parameters that each operation takes. */
type Takers = Map<string, string[]>

/** A link may say where a parameter stands: `path.id`. */
const nameOf = (parameter: string): string => parameter.replace(/^(path|query|header|cookie)\./, '')

const targetProblem = ({ target, location }: MetLink, known: string[]) => {
  const meant = nearest(target, known)
  const wrong = `The link leads to ${target}, which is no operation`
  const expected = 'the operationId of an operation'
  const right = `operationId: ${meant ?? known[0] ?? 'createToken'}`
  return {
    message: explain({ wrong, meant, expected, right, found: target }),
    location: location.child('operationId'),
  }
}

const parameterProblem = ({ target, location }: MetLink, parameter: string, known: string[]) => {
  const meant = nearest(nameOf(parameter), known)
  const name = meant ?? known[0]
  return {
    message: explain({
      wrong: `The link gives ${target} a parameter that it does not take`,
      meant,
      expected: known.length > 0 ? `of ${known.join(', ')}` : 'no parameters',
      right: name ? `parameters: { ${name}: … }` : 'no parameters',
      found: parameter,
    }),
    location: location.child(['parameters', parameter]).key(),
  }
}

const problemsOf = (link: MetLink, takers: Takers) => {
  const known = takers.get(link.target)
  if (!known) return [targetProblem(link, [...takers.keys()])]
  return link.parameters
    .filter((parameter) => !known.includes(nameOf(parameter)))
    .map((parameter) => parameterProblem(link, parameter, known))
}

/**
 * A link leads to an operation of the document, and names parameters that this operation takes. The names in its path
 * count, so that a missing declaration is reported once, by `path-parameters`.
 */
export const linkTarget: Rule = () => {
  const takers: Takers = new Map()
  const links: MetLink[] = []
  return {
    PathItem(pathItem, context) {
      for (const operation of operationsOf(pathItem, context)) {
        const declared = operation.parameters.flatMap(({ name }) => name ?? [])
        takers.set(operation.name, [...new Set([...namesInPath(operation.path), ...declared])])
      }
    },
    Link(link, { location }) {
      const target = memberOf(link, 'operationId')
      // A link by `operationRef` is resolved by nobody here.
      if (typeof target !== 'string') return
      links.push({ target, parameters: Object.keys(recordOf(memberOf(link, 'parameters'))), location })
    },
    Root: {
      leave(_root, { report }) {
        for (const problem of links.flatMap((link) => problemsOf(link, takers))) report(problem)
      },
    },
  }
}
