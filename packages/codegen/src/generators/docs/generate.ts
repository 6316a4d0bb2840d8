import type { Generator } from '../../generator.ts'
import type { DocumentModel } from '../../model/index.ts'
import { generatedBy, generatedMarkdownBy } from '../../text/header.ts'
import { clientPackage } from './client-package.ts'
import { siteContext } from './context.ts'
import { curlSample } from './curl-sample.ts'
import { errorsPart } from './errors-part.ts'
import { fetchSample } from './fetch-sample.ts'
import { operationFacts, operationPage } from './operation-page.ts'
import { credentialsPart, overviewPage, rolesPart } from './overview.ts'
import { pageRequest } from './page-request.ts'
import { postmanCollection } from './postman-collection.ts'
import { reactSample } from './react-sample.ts'
import { schemasPage } from './schemas-page.ts'
import { setUpParts } from './set-up.ts'
import { typescriptSample } from './typescript-sample.ts'
import { wholeReference } from './whole-reference.ts'
import { codedWorkflow } from './workflow-code.ts'
import { workflowProgram } from './workflow-program.ts'

/**
 * - `pages/`: what the site shows as it is, one file per URL
 * - `parts/`: tables that guides written by hand include
 * - `samples/`: three TypeScript files and one shell file per operation, which the pages refer to and the tests run
 * - `operations.json`: the facts that the navigation is made of
 * - `requests.json`: the calls that pages let a reader send
 * - `workflows.json`: the stories across operations
 * - `postman.json`: both, as a collection that other applications import
 * - the whole reference in one file
 */
export const generate: Generator = (model) =>
  new Map([
    ['pages/reference/index.md', overviewPage(model)],
    ['pages/schemas.md', schemasPage(model)],
    ...model.operations.map(
      (operation) =>
        [`pages/reference/${operation.id}.md`, operationPage(siteContext(model), operation)] as const,
    ),
    ['parts/credentials.md', part(credentialsPart(model))],
    ['parts/errors.md', part(errorsPart(model))],
    ['parts/roles.md', part(rolesPart(model))],
    ...[...setUpParts(model)].map(([name, text]) => [`parts/${name}`, part(text)] as const),
    ...samples(model),
    ...programs(model),
    ['operations.json', `${JSON.stringify(model.operations.map(operationFacts), null, 2)}\n`],
    ['requests.json', requests(model)],
    ['postman.json', `${JSON.stringify(postmanCollection(model), null, 2)}\n`],
    [
      'workflows.json',
      `${JSON.stringify(
        model.workflows.map((workflow) => codedWorkflow(model, workflow)),
        null,
        2,
      )}\n`,
    ],
    [clientPackage.wholeReference, wholeReference(model)],
  ])

function requests(model: DocumentModel): string {
  const sendable = model.operations.flatMap((operation) => pageRequest(model, operation) ?? [])
  return `${JSON.stringify(sendable, null, 2)}\n`
}

function part(text: string): string {
  return `${generatedMarkdownBy('docs')}\n\n${text}`
}

function programs(model: DocumentModel): [path: string, text: string][] {
  return model.workflows.flatMap((workflow) => {
    const program = workflowProgram(model, workflow)
    return program === undefined
      ? []
      : [[`samples/workflows/${workflow.id}.ts`, `${generatedBy('docs')}\n${program}`]]
  })
}

function samples(model: DocumentModel): [path: string, text: string][] {
  return model.operations.flatMap((operation) => [
    [`samples/${operation.id}.ts`, `${generatedBy('docs')}\n${typescriptSample(model, operation)}`],
    [
      `samples/${operation.id}.fetch.ts`,
      `${generatedBy('docs')}\n${fetchSample(model, operation)}export {}\n`,
    ],
    [`samples/${operation.id}.tsx`, `${generatedBy('docs')}\n${reactSample(model, operation)}`],
    [
      `samples/${operation.id}.sh`,
      `${generatedBy('docs').replace('//', '#')}\n${curlSample(model, operation)}`,
    ],
  ])
}
