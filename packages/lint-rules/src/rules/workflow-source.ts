import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { type Source, sourcesOf } from '../arazzo/stories.ts'
import { explain } from '../message.ts'
import { nearest } from '../nearest.ts'
import type { Location, Rule } from '../redocly.ts'

const isDocument = (name: string): boolean => /\.(ya?ml|json)$/.test(name)

/** The documents in the folder that a URL leads to, as URLs from the workflow. */
const urlsBeside = (file: string, { source }: Location): string[] => {
  const folder = path.dirname(file)
  if (!existsSync(folder)) return []
  const home = path.dirname(source.absoluteRef)
  return readdirSync(folder)
    .filter(isDocument)
    .map((name) => path.relative(home, path.join(folder, name)).split(path.sep).join('/'))
}

const messageFor = (file: string, { name, type, location }: Source): string => {
  const known = urlsBeside(file, location)
  const url = path.relative(path.dirname(location.source.absoluteRef), file).split(path.sep).join('/')
  const meant = nearest(url, known)
  return explain({
    wrong: `The source ${name} is no file`,
    meant,
    expected: `the ${type === 'arazzo' ? 'Arazzo' : 'OpenAPI'} document that the workflow is about, from this file`,
    right: `url: ${meant ?? known[0] ?? '../openapi.yaml'}`,
    found: url,
  })
}

/** The `url` of each source of a workflow leads to a file. One on the network is not looked at. */
export const workflowSource: Rule = () => ({
  Root(root, { location, report }) {
    for (const source of sourcesOf(root, location)) {
      if (source.file === undefined || existsSync(source.file)) continue
      report({ message: messageFor(source.file, source), location: source.location.child('url') })
    }
  },
})
