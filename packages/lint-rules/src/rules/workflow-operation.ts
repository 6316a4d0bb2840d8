import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { explain } from '../message.ts'
import { listOf, memberOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'

/** An operation's own id stands two spaces deep in a path file; those of its links stand deeper. */
const operationIdLine = /^ {2}operationId: (\w+)$/gm

/** The ids in the path files beside an OpenAPI document; its root file is an index and has none. */
const operationIdsBeside = (document: string): string[] => {
  const folder = path.join(path.dirname(document), 'paths')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8')
    return [...text.matchAll(operationIdLine)].map(([, id]) => String(id))
  })
}

/** A step of a workflow calls an operation of the document that the workflow is about. */
export const workflowOperation: Rule = () => {
  const known = new Set<string>()
  return {
    Root(root, { location }) {
      for (const source of listOf(memberOf(root, 'sourceDescriptions'))) {
        const document = path.resolve(
          path.dirname(location.source.absoluteRef),
          String(memberOf(source, 'url')),
        )
        for (const id of operationIdsBeside(document)) known.add(id)
      }
    },
    Step(step, { location, report }) {
      const id = memberOf(step, 'operationId')
      if (typeof id !== 'string' || known.has(id)) return
      const wrong = `The step ${memberOf(step, 'stepId')} calls ${id}, which is no operation`
      const expected = 'the operationId of an operation of the document'
      const message = explain({ wrong, expected, right: 'operationId: createToken', found: id })
      report({ message, location: location.child('operationId') })
    },
  }
}
