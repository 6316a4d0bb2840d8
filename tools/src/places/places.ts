import { createLocator, type Locator } from './locate.ts'

/** Where a part of the document stands. */
export interface Place {
  /** The line in the published `openapi.yaml`; absent for a part that is not published. */
  readonly line?: number
  /** File and line in the sources, as an editor opens them: `paths/users_whoami.yaml:7`. */
  readonly source: string
}

/** JSON pointer into the bundle → place, for every operation and component and their parts. */
export type Places = Readonly<Record<string, Place>>

interface Sources {
  /** The text of a file of the document's folder: `openapi.yaml`, `paths/users_whoami.yaml`. */
  readonly read: (file: string) => string
  /** The text of the published bundle. */
  readonly bundle: string
  /** The kinds and names of all components: `schemas/User.yaml`. */
  readonly components: readonly string[]
}

type Steps = readonly (string | number)[]

/** Looks every part up in the sources and in the bundle. */
export function findPlaces({ read, bundle, components }: Sources): Places {
  const published = createLocator(bundle)
  const root = createLocator(read('openapi.yaml'))
  const places: Record<string, Place> = {}
  const add = (pointer: Steps, source: Locator, file: string, within: Steps) => {
    const line = published.lineOf(pointer)
    const sourceLine = source.lineOf(within) ?? 1
    places[toPointer(pointer)] = { ...(line !== undefined && { line }), source: `${file}:${sourceLine}` }
  }
  for (const path of root.namesAt(['paths'])) {
    const file = root.textAt(['paths', path, '$ref']) ?? 'openapi.yaml'
    const source = createLocator(read(file))
    for (const within of partsOfPath(source)) add(['paths', path, ...within], source, file, within)
  }
  for (const component of components) {
    const file = `components/${component}`
    const source = createLocator(read(file))
    const pointer = ['components', ...component.replace(/\.yaml$/, '').split('/')]
    for (const within of [[], ...membersOf(source)]) add([...pointer, ...within], source, file, within)
  }
  return places
}

function partsOfPath(source: Locator): Steps[] {
  const methods = source.namesAt([]).filter((name) => source.textAt([name, 'operationId']) !== undefined)
  return methods.flatMap((method) => [
    [method],
    ...(source.lineOf([method, 'requestBody']) === undefined ? [] : [[method, 'requestBody']]),
    ...Array.from({ length: source.countAt([method, 'parameters']) }, (_, index) => [
      method,
      'parameters',
      index,
    ]),
    ...source.namesAt([method, 'responses']).map((status) => [method, 'responses', status]),
  ])
}

function membersOf(source: Locator): Steps[] {
  return source.namesAt(['properties']).map((name) => ['properties', name])
}

/** As RFC 6901 has it. */
function toPointer(steps: Steps): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
