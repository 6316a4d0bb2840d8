import type { DocumentModel, Operation } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { literal } from '../../text/literal.ts'
import { exampleInput } from '../client/comment.ts'
import { inputType, isInputOptional } from '../client/input.ts'
import { affectedBy } from './affected.ts'
import { calledFactory, calledMutation, helperImports } from './called.ts'
import { hookComment } from './comment.ts'
import { infiniteImports, infiniteLines } from './infinite-lines.ts'
import { exportedNames, isQuery } from './names.ts'

/** The file of one operation: its options and its hook. */
export function operationFile(model: DocumentModel, operation: Operation): string {
  const lines = isQuery(operation) ? queryLines(model, operation) : mutationLines(model, operation)
  return [generatedBy('react-query'), ...lines, ''].join('\n')
}

function queryLines(model: DocumentModel, operation: Operation): string[] {
  const { id } = operation
  const { options, hook } = exportedNames(model, operation)
  const input = inputType(operation)
  const given = written(model, operation)
  const called = calledFactory(operation, 'query')
  return [
    `import { ${id}, type ${input} } from '@windmill-user-api/client'`,
    "import { type QueryHookOptions, type QueryHookResult, useOperationQuery } from '../../runtime/hooks.ts'",
    ...infiniteImports(model, operation),
    ...helperImports(called),
    "import { useClient } from '../../runtime/provider.ts'",
    "import { query, type QueryData, type QueryFactory } from '../../runtime/query.ts'",
    '',
    `${hookComment(operation, `useQuery(${options}(${['client', ...given].join(', ')}))`)}export const ${options}: QueryFactory<'${id}', ${input}> = ${called.code}`,
    '',
    `${hookComment(operation, `const { data, error } = ${hook}(${given.join('')})`)}export function ${hook}<Selected = QueryData<'${id}'>>(`,
    `  input${isInputOptional(operation) ? '?' : ''}: ${input},`,
    `  options?: QueryHookOptions<'${id}', ${input}, Selected>,`,
    `): QueryHookResult<'${id}', Selected> {`,
    `  return useOperationQuery(${options}(useClient(), input), options)`,
    '}',
    ...infiniteLines(model, operation, given),
  ]
}

function mutationLines(model: DocumentModel, operation: Operation): string[] {
  const { id } = operation
  const { options, hook } = exportedNames(model, operation)
  const input = inputType(operation)
  const called = calledMutation(operation, affected(model, operation))
  const call = `const { mutate, error } = ${hook}()\nmutate(${written(model, operation).join('')})`
  return [
    `import { ${id}, type ${input}, type ResultOf } from '@windmill-user-api/client'`,
    "import { type MutationHookOptions, type MutationHookResult, useOperationMutation } from '../../runtime/hooks.ts'",
    "import { mutation, type MutationFactory } from '../../runtime/mutation.ts'",
    ...helperImports(called),
    "import { useClient } from '../../runtime/provider.ts'",
    '',
    `${hookComment(operation, `useMutation(${options}(client))`)}export const ${options}: MutationFactory<'${id}', ${input}> = ${called.code}`,
    '',
    `${hookComment(operation, call)}export function ${hook}<Context = unknown>(`,
    `  options?: MutationHookOptions<'${id}', ${input}, Context>,`,
    `): MutationHookResult<'${id}', ${input}, Context> {`,
    `  return useOperationMutation(${options}(useClient()), options)`,
    '}',
  ]
}

/** What a mutation changes, as the runtime takes it; nothing where the document does not tell. */
function affected(model: DocumentModel, operation: Operation): string[] {
  const found = affectedBy(model, operation)
  return found.queries.length > 0 ? [literal(found)] : []
}

/** The input with the examples of the document; nothing where it takes none. */
function written(model: DocumentModel, operation: Operation): string[] {
  const input = exampleInput(model, operation)
  return Object.keys(input).length > 0 ? [literal(input)] : []
}
