import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Known } from './known-operations.ts'

interface Named {
  readonly method: string
  readonly path: string
  readonly id: string
}

/** What the operation needs, which says how it can fail. */
interface Needs {
  readonly role: string
  readonly hasBody: boolean
  readonly names: readonly string[]
}

/** The text of a path item with one operation: what most operations of the document have in its place, and examples to replace. */
export function operationText(folder: string, named: Named, others: readonly Known[]): string {
  const { method, path: url, id } = named
  const names = [...url.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const needs: Needs = {
    role: url.startsWith('/w/{workspace}/') ? 'member' : 'user',
    hasBody: ['post', 'put', 'patch'].includes(method),
    names,
  }
  const lines = [
    `${method}:`,
    `  operationId: ${id}`,
    `  summary: ${sentence(id)}`,
    '  description: |',
    '    Says what the call does, who may make it and what it returns, in full sentences of the reference.',
    '  tags:',
    '    - user',
    '  x-draft: true',
    `  x-role: ${needs.role}`,
    ...(method === 'get' ? ['  x-idempotent: true'] : []),
    '  security:',
    '    - bearerAuth: []',
    '    - cookieAuth: []',
    ...(names.length > 0 ? ['  parameters:', ...names.flatMap((name) => parameterLines(folder, name))] : []),
    ...(needs.hasBody ? requestBody : []),
    '  responses:',
    ...success,
    ...failures(needs, others),
  ]
  return `${lines.join('\n')}\n`
}

const requestBody = [
  '  requestBody:',
  '    description: What to change.',
  '    required: true',
  '    content:',
  '      application/json:',
  '        schema:',
  '          type: object',
  '          required: [note]',
  '          properties:',
  '            note:',
  '              type: string',
  '              maxLength: 50',
  '              description: Replace this property by those of the operation.',
  '              examples:',
  '                - to do',
  '        examples:',
  '          First:',
  '            summary: A first example',
  '            value:',
  '              note: to do',
]

const success = [
  '    "200":',
  '      description: what the call returns',
  '      content:',
  '        application/json:',
  '          schema:',
  '            type: object',
  '            required: [note]',
  '            properties:',
  '              note:',
  '                type: string',
  '                description: Replace this property by those of the response.',
  '                examples:',
  '                  - to do',
  '          examples:',
  '            First:',
  '              summary: A first example',
  '              value:',
  '                note: to do',
]

const unprocessable = [
  '    "422":',
  '      description: The note is not a string, or is longer than 50 characters.',
  '      content:',
  '        text/plain:',
  '          schema:',
  '            $ref: ../components/schemas/Unprocessable.yaml',
  '          examples:',
  '            UnprocessableNote:',
  '              summary: The note has 60 characters',
  '              value: "Unprocessable: note may have at most 50 characters, and has 60"',
]

/** Each status that it can answer with, as operations with the same needs have it. */
function failures({ role, hasBody, names }: Needs, others: readonly Known[]): readonly string[] {
  const body = hasBody ? ['413', '415'] : []
  const statuses = [
    ...(hasBody || names.length > 0 ? ['400'] : []),
    '401',
    ...(role === 'member' ? ['403', '404'] : []),
    ...body,
  ]
  const alike = others.filter(({ node }) => (node.requestBody !== undefined) === hasBody)
  const sameRole = alike.filter(({ node }) => node['x-role'] === role)
  return [
    ...statuses.flatMap((status) => {
      const reference = status === '400' ? malformed(hasBody, names) : usual(status, sameRole, alike, others)
      return [`    "${status}":`, `      $ref: ${reference}`]
    }),
    ...(hasBody ? unprocessable : []),
  ]
}

/** A body, a path or both can be what nobody can read. */
function malformed(hasBody: boolean, names: readonly string[]): string {
  if (!hasBody) return '../components/responses/MalformedUrl.yaml'
  return `../components/responses/${names.length > 0 ? 'MalformedRequest' : 'MalformedBody'}.yaml`
}

/** What most have for a status. */
function usual(status: string, ...groups: readonly (readonly Known[])[]): string {
  for (const group of groups) {
    const references = group.flatMap(({ node }) => node.responses?.[status]?.$ref ?? [])
    const counted = Map.groupBy(references, (reference) => reference)
    const [most] = [...counted.values()].toSorted((one, other) => other.length - one.length)
    if (most?.[0] !== undefined) return most[0]
  }
  throw new Error(`No operation of spec/paths has a response ${status} by reference, to take over.`)
}

/** The component of this name in the path, or one to be described. */
function parameterLines(folder: string, name: string): readonly string[] {
  const component = globSync('components/parameters/*.yaml', { cwd: folder }).find((file) => {
    const node: { name?: string; in?: string } = parse(readFileSync(path.join(folder, file), 'utf8'))
    return node.name === name && node.in === 'path'
  })
  if (component !== undefined && existsSync(path.join(folder, component)))
    return [`    - $ref: ../${component.replaceAll('\\', '/')}`]
  return [
    `    - name: ${name}`,
    '      in: path',
    '      required: true',
    '      description: Which one is meant.',
    '      schema:',
    '        type: string',
    '        maxLength: 50',
    '      example: first',
  ]
}

/** `Count tokens` for `countTokens`. */
function sentence(id: string): string {
  const words = id.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.slice(0, 60)
}
