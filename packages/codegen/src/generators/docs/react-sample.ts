import {
  capitalized,
  createNaming,
  type DocumentModel,
  isSuccess,
  type MediaType,
  type Operation,
  resolveSchema,
} from '../../model/index.ts'
import { quoted } from '../../text/literal.ts'
import { exampleInput } from '../client/comment.ts'
import { exportedNames, isQuery } from '../react-query/names.ts'
import { callText } from './call-text.ts'
import { clientPackage } from './client-package.ts'

/** A component that makes the sample's call with TanStack Query and shows what comes back. */
export function reactSample(model: DocumentModel, operation: Operation): string {
  const names = localNames(model, operation)
  const lines = isQuery(model, operation)
    ? queryLines(model, operation, names)
    : mutationLines(model, operation, names)
  return [
    `import { ${names.hook} } from '@tanstack/react-query'`,
    `import { ${[names.imported, 'useClient'].toSorted().join(', ')} } from '${clientPackage.reactQuery}'`,
    '',
    '// Below QueryClientProvider and UserApiProvider.',
    `export function ${names.component}() {`,
    '  const client = useClient()',
    ...lines,
    '}',
    '',
  ].join('\n')
}

interface LocalNames {
  readonly hook: 'useMutation' | 'useQuery'
  readonly component: string
  readonly options: string
  /** The options as they are imported: under their own name, unless that is another one's here. */
  readonly imported: string
}

function localNames(model: DocumentModel, operation: Operation): LocalNames {
  const naming = createNaming({ reserved: ['useMutation', 'useQuery', 'useClient', 'Blob', 'JSON'] })
  const exported = exportedNames(model, operation).options
  const options = naming.claim(exported)
  return {
    hook: isQuery(model, operation) ? 'useQuery' : 'useMutation',
    component: naming.claim(capitalized(operation.id)),
    options,
    imported: options === exported ? options : `${exported} as ${options}`,
  }
}

function queryLines(model: DocumentModel, operation: Operation, { options }: LocalNames): string[] {
  const shown = shownResult(model, operation)
  const results = [...(shown.usesData ? ['data'] : []), 'error', 'isPending']
  const query = callText(options, exampleInput(model, operation), { first: ['client'], indentation: '  ' })
  return [
    `  const query = ${query}`,
    `  const { ${results.join(', ')} } = useQuery(query)`,
    '  if (isPending) return <p>Loading</p>',
    '  if (error) return <p role="alert">{error.message}</p>',
    `  return ${shown.element}`,
  ]
}

function mutationLines(model: DocumentModel, operation: Operation, { options }: LocalNames): string[] {
  const shown = shownResult(model, operation)
  const results = shown.usesData
    ? ['mutate', 'data', 'error', 'isPending']
    : ['mutate', 'error', 'isPending', 'isSuccess']
  const call = callText('mutate', exampleInput(model, operation), { indentation: '  ' })
  return [
    `  const mutation = ${options}(client)`,
    `  const { ${results.join(', ')} } = useMutation(mutation)`,
    `  const send = () => ${call}`,
    '  return (',
    '    <>',
    '      <button type="button" disabled={isPending} onClick={send}>',
    `        ${label(operation)}`,
    '      </button>',
    '      {error && <p role="alert">{error.message}</p>}',
    `      {${shown.usesData ? 'data !== undefined' : 'isSuccess'} && ${shown.element}}`,
    '    </>',
    '  )',
  ]
}

interface Shown {
  readonly element: string
  readonly usesData: boolean
}

/** JSON and text are shown as they come; of anything else a page would have to know more. */
function shownResult({ source }: DocumentModel, { responses }: Operation): Shown {
  const successes = responses.filter(isSuccess)
  const media = successes.flatMap(({ content }) => content)
  const isText = ({ kind, schema }: MediaType) =>
    kind === 'text' && resolveSchema(source, schema).type === 'string'
  const hasContent = successes.length > 0 && successes.every(({ content }) => content.length > 0)
  if (hasContent && media.every(isText)) return { element: '<p>{data}</p>', usesData: true }
  return media.some(({ kind }) => kind === 'json')
    ? { element: '<pre>{JSON.stringify(data, null, 2)}</pre>', usesData: true }
    : { element: '<p>Done.</p>', usesData: false }
}

/** What a button says: the summary without what stands in brackets, as text that JSX takes as it is. */
function label({ id, summary }: Operation): string {
  const text = summary.replace(/\s*\([^()]*\)$/, '').trim() || id
  return /^[\w,.'-]+(?: [\w,.'-]+)*$/.test(text) ? text : `{${quoted(text)}}`
}
