import type { DocumentModel, Operation } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { inputType } from '../client/input.ts'
import { hookComment } from './comment.ts'
import { exportedNames, isQuery } from './names.ts'
import { exampleArgument, pageAfterPage } from './operation-file.ts'

/** The hooks of one operation, which need a client component. */
export function hooksFile(model: DocumentModel, operation: Operation): string {
  const names = exportedNames(model, operation)
  const imported = [names.options, ...(names.infinite ? [names.infinite.options] : [])]
  return [
    generatedBy('react-query'),
    "'use client'",
    `import type { ${inputType(operation)} } from '@windmill-user-api/client'`,
    ...(names.infinite
      ? ["import { infiniteQueryHook, type InfiniteQueryHook } from '../../runtime/infinite-query-hook.ts'"]
      : []),
    isQuery(model, operation)
      ? "import { queryHook, type QueryHook } from '../../runtime/query-hook.ts'"
      : "import { mutationHook, type MutationHook } from '../../runtime/mutation-hook.ts'",
    `import { ${imported.join(', ')} } from '../operations/${operation.id}.ts'`,
    ...(isQuery(model, operation) ? queryHooks(model, operation) : mutationHooks(model, operation)),
    '',
  ].join('\n')
}

function queryHooks(model: DocumentModel, operation: Operation): string[] {
  const { options, hook, infinite } = exportedNames(model, operation)
  const given = exampleArgument(model, operation).join('')
  return [
    ...hookLines(operation, `const { data, error } = ${hook}(${given})`, 'queryHook', hook, options),
    ...(infinite
      ? hookLines(
          pageAfterPage(operation),
          `const { data, fetchNextPage, hasNextPage } = ${infinite.hook}(${given})`,
          'infiniteQueryHook',
          infinite.hook,
          infinite.options,
        )
      : []),
  ]
}

function mutationHooks(model: DocumentModel, operation: Operation): string[] {
  const { options, hook } = exportedNames(model, operation)
  const call = `const { mutate, error } = ${hook}()\nmutate(${exampleArgument(model, operation).join('')})`
  return hookLines(operation, call, 'mutationHook', hook, options)
}

function hookLines(
  operation: Operation,
  example: string,
  maker: string,
  hook: string,
  options: string,
): string[] {
  const generics = `<'${operation.id}', ${inputType(operation)}>`
  const type = `${maker[0]?.toUpperCase()}${maker.slice(1)}${generics}`
  return [
    '',
    `${hookComment(operation, example)}export const ${hook}: ${type} = /* @__PURE__ */ ${maker}${generics}(${options})`,
  ]
}
