import type { Generator } from '../../generator.ts'
import type { DocumentModel } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { hooksFile } from './hooks-file.ts'
import { exportedNames } from './names.ts'
import { operationFile } from './operation-file.ts'

/**
 * `operations/<operationId>.ts`: the options of each, which work on a server as well. `hooks/<operationId>.ts`: its hooks.
 * `options.ts` and `hooks.ts` export them; `client-only.ts` has the names of the hooks for server components.
 */
export const generate: Generator = (model) =>
  new Map([
    ...model.operations.map(
      (operation) => [`operations/${operation.id}.ts`, operationFile(model, operation)] as const,
    ),
    ...model.operations.map(
      (operation) => [`hooks/${operation.id}.ts`, hooksFile(model, operation)] as const,
    ),
    ['options.ts', exportsFile(model, 'operations', optionsOf(model))],
    ['hooks.ts', exportsFile(model, 'hooks', hooksOf(model))],
    ['client-only.ts', clientOnlyFile(model)],
  ])

type NamesById = ReadonlyMap<string, readonly string[]>

function optionsOf(model: DocumentModel): NamesById {
  return namesById(model, ({ options, infinite }) => [options, ...(infinite ? [infinite.options] : [])])
}

function hooksOf(model: DocumentModel): NamesById {
  return namesById(model, ({ hook, infinite }) => [hook, ...(infinite ? [infinite.hook] : [])])
}

function namesById(
  model: DocumentModel,
  names: (exported: ReturnType<typeof exportedNames>) => readonly string[],
): NamesById {
  return new Map(
    model.operations.map((operation) => [operation.id, names(exportedNames(model, operation))] as const),
  )
}

function exportsFile(model: DocumentModel, folder: string, names: NamesById): string {
  const lines = model.operations.map(
    ({ id }) => `export { ${names.get(id)?.join(', ')} } from './${folder}/${id}.ts'`,
  )
  return [generatedBy('react-query'), ...lines, ''].join('\n')
}

/** The same names as `hooks.ts`, and those of the provider, for server components. */
function clientOnlyFile(model: DocumentModel): string {
  const names = ['UserApiProvider', 'useClient', ...[...hooksOf(model).values()].flat()]
  return [
    generatedBy('react-query'),
    "import { clientOnly } from '../runtime/client-only.ts'",
    '',
    ...names.map((name) => `export const ${name}: () => never = /* @__PURE__ */ clientOnly('${name}')`),
    '',
  ].join('\n')
}
