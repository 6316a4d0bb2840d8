import { resolveSchema } from '@windmill-user-api/codegen'
import { markdownTable } from '../../src/bench/markdown-table.ts'
import { readBundle } from '../bundle.ts'
import type { OfficialCall } from './calls.ts'
import type { OfficialTypes } from './official-types.ts'

/** What came of a call of one version of the client. */
export type Outcome =
  | { readonly kind: 'gone' }
  /** With the operations that the sandbox was asked for. */
  | { readonly kind: 'returned'; readonly value: unknown; readonly operations: readonly string[] }
  | { readonly kind: 'threw'; readonly error: unknown }

/** A version of the client, with what came of each call by name. */
export interface TriedClient {
  readonly version: string
  readonly types: OfficialTypes
  readonly outcomes: ReadonlyMap<string, Outcome>
}

const model = readBundle('openapi.internal.json')

/** The page that tells users of `windmill-client` what to expect of a sandbox. */
export function clientPage(
  calls: readonly OfficialCall[],
  clients: readonly TriedClient[],
  sample: string,
): string {
  const rows = calls.map((call) => [
    `\`${call.service}.${call.name}\``,
    routeOf(call),
    ...clients.map((client) => cell(call, client)),
  ])
  const heads = ['function', 'route', ...clients.map(({ version }) => `windmill-client ${version}`)]
  return `# Windmill's own client and the sandbox

[\`windmill-client\`](https://www.npmjs.com/package/windmill-client) is the official client for all of Windmill. Its functions for the user
API work with a sandbox that listens at its default address:

\`\`\`js
${sample.trim()}
\`\`\`

The table shows what happened when a test called each function, with the newest and the oldest version on npm. The contract covers less
than these clients do, so they differ in details:

- **works**: the call succeeds and does what it says.
- **differs**: the call succeeds, but returns something else than the client's types promise.
- **ignores**: the client sends an option that the contract does not know. It has no effect.
- **requires**: the client leaves the option to you, but the contract needs it. Without it, the sandbox returns \`422\`.
- **returns no**: the client's types promise a property that the contract does not have. Expect \`undefined\`.
- **returns … null**: the client's types leave the property out, but the contract sends \`null\`.
- **at another path**: the function calls another path than the operation of the contract that does the same. The sandbox serves both.

${markdownTable(heads, rows)}
\`createUser\` is gone from these clients. Call \`POST /w/{workspace}/users/add\` yourself, or \`createUser\` of
\`@windmill-user-api/client\`.

To run the test: \`pnpm vitest run --project tools official-clients\`. If this page is out of date, add \`-u\`.
`
}

function operationOf({ operation }: OfficialCall) {
  const found = model.operations.find(({ id }) => id === operation)
  if (!found) throw new Error(`The document has no operation "${operation}". Look for a renamed operationId.`)
  return found
}

function routeOf(call: OfficialCall): string {
  const { method, path } = operationOf(call)
  const isMoved = call.operation === `official${call.name.charAt(0).toUpperCase()}${call.name.slice(1)}`
  return `\`${method.toUpperCase()} ${path}\`${isMoved ? ', at another path' : ''}`
}

function cell(call: OfficialCall, { outcomes, types }: TriedClient): string {
  const outcome = outcomes.get(call.name)
  if (!outcome || outcome.kind === 'gone') return 'no such function'
  if (outcome.kind === 'threw') return `fails: ${String(outcome.error)}`
  const misfits = types.misfitsOf(call.name, outcome.value)
  const verdict = misfits.some(isWhole) ? 'differs' : 'works'
  return [verdict, ...inputDifferences(call, types), ...misfits].join('; ')
}

/** Whether a misfit is of the whole value, and not of one property. */
function isWhole(misfit: string): boolean {
  return !misfit.includes('`')
}

/** What the client lets a caller send and the contract does not know, and what the contract needs and the client does not. */
function inputDifferences(call: OfficialCall, types: OfficialTypes): string[] {
  const operation = operationOf(call)
  const schema = operation.requestBody?.content[0]?.schema
  const { properties = {}, required = [] } = schema ? resolveSchema(model.source, schema) : {}
  const known = [...Object.keys(properties), ...operation.parameters.map(({ name }) => name)]
  const options = types.optionsOf(call.name)
  const ignored = options.filter(({ name }) => !known.includes(name))
  const needed = options.filter(({ name, isOptional }) => isOptional && required.includes(name))
  return [...listed('ignores', ignored), ...listed('requires', needed)]
}

function listed(word: string, options: readonly { readonly name: string }[]): string[] {
  return options.length === 0 ? [] : [`${word} ${options.map(({ name }) => `\`${name}\``).join(', ')}`]
}
