import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { readFile } from '../files.ts'
import { explain } from '../message.ts'
import { nearest } from '../nearest.ts'
import { namesInPath, type OperationFacts, operationsOf, type ParameterFacts } from '../operations.ts'
import { memberOf } from '../reading.ts'
import type { Context, Rule } from '../redocly.ts'

/** The component that declares a parameter of the path, as it is referred to from a path file. */
const componentFor = (name: string, { rawLocation }: Context): string | undefined => {
  const folder = path.join(path.dirname(rawLocation.source.absoluteRef), 'components', 'parameters')
  if (!existsSync(folder)) return undefined
  const file = readdirSync(folder).find((each) => {
    const parameter = readFile(path.join(folder, each))
    return memberOf(parameter, 'name') === name && memberOf(parameter, 'in') === 'path'
  })
  return file && `$ref: ../components/parameters/${file}`
}

const reportMissing = (name: string, operation: OperationFacts, context: Context) => {
  const declaration =
    componentFor(name, context) ?? `{ name: ${name}, in: path, required: true, schema: { type: string } }`
  const declared = operation.parameters.flatMap((parameter) => parameter.name ?? [])
  context.report({
    message: explain({
      wrong: `${operation.name} does not declare the parameter ${name} of its path ${operation.path}`,
      expected: 'each name in braces among its `parameters`',
      right: `parameters:\n  - ${declaration}`,
      found: declared.join(', ') || 'no parameters',
    }),
    location: operation.location.child('parameters' in operation.node ? 'parameters' : 'operationId').key(),
  })
}

const reportSurplus = (
  { name = '', location }: ParameterFacts,
  { path: url }: OperationFacts,
  context: Context,
) => {
  const names = namesInPath(url)
  context.report({
    message: explain({
      wrong: `The path ${url} has no parameter ${name}`,
      meant: nearest(name, names),
      expected: names.length > 0 ? `a name of the path: ${names.join(', ')}` : 'no parameter in the path',
      right: names.length > 0 ? `name: ${nearest(name, names) ?? names[0]}` : 'in: query',
      found: name,
    }),
    location,
  })
}

/** The names in the braces of a path and the parameters in the path that its operations declare are the same. */
export const pathParameters: Rule = () => ({
  PathItem(pathItem, context) {
    for (const operation of operationsOf(pathItem, context)) {
      const names = namesInPath(operation.path)
      const inPath = operation.parameters.filter(({ place }) => place === 'path')
      const surplus = inPath.filter(({ name }) => name !== undefined && !names.includes(name))
      for (const parameter of surplus) reportSurplus(parameter, operation, context)
      // A list that is none and a reference that leads nowhere are reported by Redocly.
      const isReadable = !('parameters' in operation.node) || Array.isArray(operation.node['parameters'])
      if (!isReadable || operation.parameters.some(({ place }) => place === undefined)) continue
      const misspelt = surplus.flatMap(({ name }) => nearest(name ?? '', names) ?? [])
      const declared = [...inPath.map(({ name }) => name), ...misspelt]
      for (const name of names) if (!declared.includes(name)) reportMissing(name, operation, context)
    }
  },
})
