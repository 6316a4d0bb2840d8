import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenedPackages, openPackages, type Side } from '../../surface/open-packages.ts'
import { readStrictly } from '../../surface/strict-methods.ts'
import { judgeOpened } from './judge-types.ts'

const create = 'export declare function create(pet: Pet): void'
const find = 'export declare function find(): Pet'
const name = 'export interface Pet { name: string }'
const errorWith = (...statuses: readonly number[]) =>
  `export type Failure = ${statuses.map((status) => `Error & { kind: 'status'; status: ${status} }`).join(' | ')}
   export declare function failed(): Failure | Error & { kind: 'network'; status: undefined }`

/** What it was, what it is, and what that is to users. */
const cases: readonly [title: string, before: string, after: string, expected: readonly string[]][] = [
  [
    'the same, written anew, is no change',
    `${name}\n${create}`,
    `export type Pet = { name: string }\n${create}`,
    [],
  ],
  ['an export that is gone', `${name}\n${find}`, name, ['major `find` is gone']],
  ['an export that is new', name, `${name}\n${find}`, ['minor `find` is new']],
  [
    'a member that has to be given from now on',
    `${name}\n${create}`,
    `export interface Pet { name: string; age: number }\n${create}`,
    ['major `Pet.age` is new and required in what is handed over'],
  ],
  [
    'a member that is received from now on',
    `${name}\n${find}`,
    `export interface Pet { name: string; age: number }\n${find}`,
    ['minor `Pet.age` is new and required in what is received'],
  ],
  [
    'a member that may be left out when it is handed over',
    `${name}\n${create}`,
    `export interface Pet { name?: string }\n${create}`,
    ['minor `Pet.name` is widened in what is handed over'],
  ],
  [
    'a member that may be missing in what is received',
    `${name}\n${find}`,
    `export interface Pet { name?: string }\n${find}`,
    ['major `Pet.name` is widened in what is received'],
  ],
  [
    'fewer values are taken by a method',
    'export interface Pets { rename(name: string | null): void }\nexport declare const pets: Pets',
    'export interface Pets { rename(name: string): void }\nexport declare const pets: Pets',
    ['major `Pets.rename(name)` is narrowed in what is handed over'],
  ],
  [
    'more values come back',
    'export declare function age(): number',
    'export declare function age(): number | null',
    ['major `age()` is widened in what is received'],
  ],
  [
    'a parameter that may be left out',
    'export declare function age(): number',
    'export declare function age(unit?: string): number',
    ['minor `age(unit)` is new'],
  ],
  [
    'a callback gets less',
    'export declare function each(visit: (name: string, age: number) => void): void',
    'export declare function each(visit: (name: string, age?: number) => void): void',
    ['major `each(visit)(age)` is widened in what is received'],
  ],
  [
    'what took nothing takes something',
    'export type Input = { [name: string]: never }\nexport declare function list(input?: Input): void',
    'export type Input = { label?: string }\nexport declare function list(input?: Input): void',
    ['minor `Input.label` is new'],
  ],
  [
    'more values are taken by a member that an interface inherits',
    'export interface Limits { timeout?: number }\ninterface Options extends Limits {}\nexport declare function call(options: Options): void',
    "export interface Limits { timeout?: number | 'none' }\ninterface Options extends Limits {}\nexport declare function call(options: Options): void",
    ['minor `Limits.timeout` is widened in what is handed over'],
  ],
  [
    'a member that only packages of one release use',
    'export interface Facts {\n/** How. @internal */\nwrite(run: string): void }\nexport declare const facts: Facts',
    'export interface Facts {\n/** How. @internal */\nwrite(run: number): void }\nexport declare const facts: Facts',
    [],
  ],
  ['an error with another status of a kind that is known', errorWith(404), errorWith(404, 409), []],
  [
    'another default',
    'export interface Options {\n/** How often. Default: 2, because. */\nretries?: number }',
    'export interface Options {\n/** How often. Default: 3, because. */\nretries?: number }',
    ['major the default of `Options.retries` was 2, and is 3'],
  ],
  [
    'a generic type with another text',
    'export type Page<Item> = { items: Item[] }',
    'export type Page<Item> = { list: Item[] }',
    ['major `Page` has another type'],
  ],
]

let folder: string
let opened: OpenedPackages

beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'types-')))
  const sides = cases.flatMap(([, before, after], index) => [
    writeSide(`${index}-before`, before),
    writeSide(`${index}-after`, after),
  ])
  opened = openPackages(await Promise.all(sides), { read: readStrictly })
}, 600_000)

afterAll(() => rm(folder, { recursive: true }))

async function writeSide(side: string, declarations: string): Promise<Side> {
  const place = path.join(folder, side, 'node_modules/@windmill-user-api/pets')
  await mkdir(place, { recursive: true })
  await writeFile(path.join(place, 'index.d.ts'), declarations)
  await writeFile(
    path.join(place, 'package.json'),
    JSON.stringify({ name: 'pets', type: 'module', exports: { '.': { types: './index.d.ts' } } }),
  )
  return path.join(folder, side)
}

test.each(cases.map(([title, , , expected], index) => ({ title, expected, index })))(
  '$title',
  ({ expected, index }) => {
    const [before, after] = ['before', 'after'].map((side) => path.join(folder, `${index}-${side}`))
    const reasons = judgeOpened(before ?? '', after ?? '', opened)
    expect(reasons.map(({ impact, what }) => `${impact} ${what}`)).toEqual(expected)
  },
)
