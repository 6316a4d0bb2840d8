import type { DocumentModel, Operation } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { literal } from '../../text/literal.ts'
import { exampleInput } from '../client/comment.ts'
import { inputType } from '../client/input.ts'

import { accountChange } from './account.ts'
import { affectedBy } from './affected.ts'
import { hookComment } from './comment.ts'
import { exportedNames, isQuery } from './names.ts'
import { secretPaths } from './secrets.ts'

/** The options of one operation, which work on a server as well. */
export function operationFile(model: DocumentModel, operation: Operation): string {
  const lines = isQuery(model, operation) ? queryLines(model, operation) : mutationLines(model, operation)
  return [generatedBy('react-query'), ...lines, ''].join('\n')
}

function queryLines(model: DocumentModel, operation: Operation): string[] {
  const { id } = operation
  const { options, infinite } = exportedNames(model, operation)
  const generics = `<'${id}', ${inputType(operation)}>`
  const arguments_ = ['client', ...exampleArgument(model, operation)].join(', ')
  return [
    `import { ${id}, type ${inputType(operation)} } from '@windmill-user-api/client'`,
    ...(infinite
      ? ["import { infiniteQuery, type InfiniteQueryFactory } from '../../runtime/infinite-query.ts'"]
      : []),
    "import { query, type QueryFactory } from '../../runtime/query.ts'",
    '',
    `${hookComment(operation, `useQuery(${options}(${arguments_}))`)}export const ${options}: QueryFactory${generics} = /* @__PURE__ */ query${generics}(${id})`,
    ...(infinite
      ? [
          '',
          `${hookComment(pageAfterPage(operation), `useInfiniteQuery(${infinite.options}(${arguments_}))`)}export const ${infinite.options}: InfiniteQueryFactory${generics} = /* @__PURE__ */ infiniteQuery${generics}(${[id, ...fullPage(operation)].join(', ')})`,
        ]
      : []),
  ]
}

function mutationLines(model: DocumentModel, operation: Operation): string[] {
  const { id } = operation
  const { options } = exportedNames(model, operation)
  const generics = `<'${id}', ${inputType(operation)}>`
  const mutation = `mutation${generics}(${[id, ...mutationFacts(model, operation)].join(', ')})`
  const change = accountChange(model, operation)
  return [
    `import { ${id}, type ${inputType(operation)} } from '@windmill-user-api/client'`,
    ...(change ? ["import { accountMutation } from '../../runtime/account-mutation.ts'"] : []),
    "import { mutation, type MutationFactory } from '../../runtime/mutation.ts'",
    '',
    `${hookComment(operation, `useMutation(${options}(client))`)}export const ${options}: MutationFactory${generics} = /* @__PURE__ */ ${change ? `accountMutation${generics}(/* @__PURE__ */ ${mutation}, '${change}')` : mutation}`,
  ]
}

/** An operation as its infinite query is shown. */
export function pageAfterPage(operation: Operation): Operation {
  return { ...operation, summary: `${operation.summary}: page after page` }
}

function fullPage({ paging }: Operation): string[] {
  return paging?.fullPage === undefined ? [] : [`${paging.fullPage}`]
}

/** What the runtime has to know of a mutation; nothing where the document does not tell. */
function mutationFacts(model: DocumentModel, operation: Operation): string[] {
  const affects = affectedBy(model, operation)
  const secrets = secretPaths(model, operation)
  const facts = {
    ...(affects.queries.length > 0 && { affects }),
    ...(secrets.length > 0 && { secrets }),
  }
  return Object.keys(facts).length > 0 ? [literal(facts)] : []
}

/** The input with the examples of the document; nothing where it takes none. */
export function exampleArgument(model: DocumentModel, operation: Operation): string[] {
  const input = exampleInput(model, operation)
  return Object.keys(input).length > 0 ? [literal(input)] : []
}
