import { DocumentError } from './errors.ts'
import type { SourceServer, SourceServerVariable } from './source.ts'

export interface Server {
  /** With variables replaced by their defaults. */
  readonly url: string
  /** As the document has it: `https://{region}.example.com`. */
  readonly template: string
  readonly variables: readonly ServerVariable[]
  readonly description: string
}

export interface ServerVariable {
  readonly name: string
  readonly default: string
  /** Where the document allows only some values, these. */
  readonly values: readonly string[] | undefined
  readonly description: string
}

export function readServer({ url: template, description = '', variables = {} }: SourceServer): Server {
  const url = Object.entries(variables).reduce(
    (text, [name, variable]) => text.replaceAll(`{${name}}`, String(variable.default)),
    template,
  )
  return { url, template, variables: Object.entries(variables).map(readVariable), description }
}

function readVariable([name, variable]: readonly [string, SourceServerVariable]): ServerVariable {
  const { default: preset, enum: values, description = '' } = variable
  return { name, default: String(preset), values: values?.map(String), description }
}

/** @throws DocumentError for a server whose URL nobody could write. */
export function refuseUnknownVariables(pointer: string, servers: readonly Server[]): void {
  for (const { template, url, variables } of servers) {
    const [, lacking] = /\{([^{}]*)\}/.exec(url) ?? []
    if (lacking !== undefined)
      throw new DocumentError(
        pointer,
        `the server "${template}" has "{${lacking}}", and no variable of that name. Expected one, such as "variables": { "${lacking}": { "default": "…" } }.`,
      )
    if (/[?#]/.test(url))
      throw new DocumentError(
        pointer,
        `the server "${template}" has a query or a fragment. Expected a URL that a path can follow, such as "https://example.com/api".`,
      )
    const odd = variables.find(({ values, default: preset }) => values && !values.includes(preset))
    if (odd)
      throw new DocumentError(
        pointer,
        `the variable "${odd.name}" of the server "${template}" has a default that its "enum" lacks. Expected one of ${odd.values?.join(', ')}.`,
      )
  }
}
