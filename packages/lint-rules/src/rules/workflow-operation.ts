import {
  pathAndMethod,
  qualifiedId,
  type Source,
  type Step,
  sourcesOf,
  storiesOf,
} from '../arazzo/stories.ts'
import { explain } from '../message.ts'
import { nearest } from '../nearest.ts'
import type { Rule } from '../redocly.ts'

const unknownSource = ({ id }: Step, source: string, operation: string, sources: Source[]): string => {
  const names = sources.map(({ name }) => name)
  const meant = nearest(source, names)
  return explain({
    wrong: `The step ${id} calls an operation of ${source}, which is no source`,
    meant,
    expected: `a name of \`sourceDescriptions\`: ${names.join(', ')}`,
    right: `operationId: $sourceDescriptions.${meant ?? names[0]}.${operation}`,
    found: source,
  })
}

const unknownId = ({ id }: Step, found: string, sources: Source[]): string => {
  const { source, id: operation } = qualifiedId(found)
  const prefix = source === undefined ? '' : `$sourceDescriptions.${source}.`
  const known = sources.flatMap(({ name, api }) =>
    source === undefined || name === source ? (api?.operations ?? []).flatMap((each) => each.id ?? []) : [],
  )
  // Some tools take `userApi.createToken`, which the standard does not have.
  const last = operation.split('.').at(-1) ?? ''
  const meant = known.includes(last) ? last : nearest(operation, known)
  return explain({
    wrong: `The step ${id} calls ${operation}, which is no operation`,
    meant,
    expected: 'the operationId of an operation of the document',
    right: `operationId: ${prefix}${meant ?? known[0] ?? 'createToken'}`,
    found,
  })
}

const unknownPath = ({ id }: Step, found: string, sources: Source[]): string => {
  const operations = sources.flatMap(({ api }) => api?.operations ?? [])
  const { path, method } = pathAndMethod(found)
  const meant = nearest(
    `${path} ${method}`,
    operations.map((each) => `${each.path} ${each.method}`),
  )
  const operation = operations.find((each) => `${each.path} ${each.method}` === meant) ?? operations[0]
  const pointer = `${operation?.path.replaceAll('~', '~0').replaceAll('/', '~1')}/${operation?.method}`
  return explain({
    wrong: `The step ${id} calls ${method} ${path}, which is no operation`,
    meant: meant && `${operation?.method} ${operation?.path}`,
    expected: 'the path and the method of an operation of the document',
    right: `operationPath: "{$sourceDescriptions.${sources[0]?.name}.url}#/paths/${pointer}"`,
    found,
  })
}

/** A workflow is told to a server, and published with the document. */
const draftIn = ({ id, operation, node }: Step): { key: string; message: string } | undefined => {
  if (!operation?.isDraft) return undefined
  const key = 'operationId' in node ? 'operationId' : 'operationPath'
  return {
    key,
    message: explain({
      wrong: `The step ${id} calls a draft`,
      expected: 'an operation that is published, because a server is told the workflow',
      right: 'no such step',
      found: String(node[key]),
    }),
  }
}

/** What is wrong with the operation that a step names; nothing where that cannot be known. */
const problemOf = (step: Step, sources: Source[]): { key: string; message: string } | undefined => {
  const { operationId, operationPath } = step.node
  const isReadable = (wanted?: string) =>
    sources
      .filter(({ name, type }) => (wanted === undefined ? type !== 'arazzo' : name === wanted))
      .every(({ api }) => api)
  if (typeof operationId === 'string') {
    const { source, id } = qualifiedId(operationId)
    if (source !== undefined && !sources.some(({ name }) => name === source))
      return { key: 'operationId', message: unknownSource(step, source, id, sources) }
    const isThere = sources.some(({ api }) => api?.operations.some((operation) => operation.id === id))
    if (isReadable(source) && !isThere)
      return { key: 'operationId', message: unknownId(step, operationId, sources) }
  }
  if (typeof operationPath === 'string' && isReadable())
    return { key: 'operationPath', message: unknownPath(step, operationPath, sources) }
  return undefined
}

/**
 * A step of a workflow calls an operation of a document that the workflow is about, by its id, by its id in one of several
 * documents (`$sourceDescriptions.userApi.createToken`) or by its path. A document that cannot be read is reported elsewhere.
 */
export const workflowOperation: Rule = () => ({
  Root(root, { location, report }) {
    const sources = sourcesOf(root, location)
    for (const step of storiesOf(root, location).flatMap(({ steps }) => steps)) {
      const problem = step.operation ? draftIn(step) : problemOf(step, sources)
      if (problem) report({ message: problem.message, location: step.location.child(problem.key) })
    }
  },
})
