import { createLocator, type Locator } from './locate.ts'

/** Where a part of the document stands. */
export interface Place {
  /** The line in the published `openapi.yaml`; absent for a part that is not published. */
  readonly line?: number
  /** File and line in the sources, as an editor opens them: `paths/users_whoami.yaml:7`. */
  readonly source: string
  /** Where the part really stands, if the pointer leads through a `$ref`. */
  readonly pointer?: string
}

/** JSON pointer into the bundle → place, for every operation and component and their parts. */
export type Places = Readonly<Record<string, Place>>

interface Sources {
  /** The text of a file of the document's folder: `openapi.yaml`, `paths/users_whoami.yaml`. */
  readonly read: (file: string) => string
  /** The text of the published bundle. */
  readonly bundle: string
  /** The text of the bundle with everything but drafts: what it lacks has no place. Without it, everything has one. */
  readonly served?: string
  /** The kinds and names of all components: `schemas/User.yaml`. */
  readonly components: readonly string[]
}

type Steps = readonly (string | number)[]

/** Looks every part up in the sources and in the bundle. */
export function findPlaces({ read, bundle, served, components }: Sources): Places {
  const published = createLocator(bundle)
  const all = served === undefined ? undefined : createLocator(served)
  const open = createOpener(read)
  const places: Record<string, Place> = {}
  const add = ({ pointer, file, within, at }: Part) => {
    if (all && all.lineOf(at ?? pointer) === undefined) return
    const line = published.lineOf(at ?? pointer)
    const sourceLine = open(file).lineOf(within) ?? 1
    places[toPointer(pointer)] = {
      ...(line !== undefined && { line }),
      source: `${file}:${sourceLine}`,
      ...(at && { pointer: toPointer(at) }),
    }
  }
  const root = open('openapi.yaml')
  for (const path of root.namesAt(['paths'])) {
    const file = root.textAt(['paths', path, '$ref']) ?? 'openapi.yaml'
    for (const part of partsOfPath(path, file, open)) add(part)
  }
  for (const component of components) {
    const file = `components/${component}`
    const pointer = pointerOf(file)
    for (const within of partsOfComponent(open(file))) add({ pointer: [...pointer, ...within], file, within })
  }
  return places
}

/** A part of the document, and where its source is. */
interface Part {
  readonly pointer: Steps
  readonly file: string
  readonly within: Steps
  /** Where the bundle has it, if the pointer leads through a `$ref`. */
  readonly at?: Steps
}

type Open = (file: string) => Locator

/** Parses each file once. */
function createOpener(read: Sources['read']): Open {
  const known = new Map<string, Locator>()
  return (file) => {
    const locator = known.get(file) ?? createLocator(read(file))
    known.set(file, locator)
    return locator
  }
}

function partsOfPath(path: string, file: string, open: Open): Part[] {
  const source = open(file)
  const methods = source.namesAt([]).filter((name) => source.textAt([name, 'operationId']) !== undefined)
  return methods.flatMap((method) => {
    const own = [[method], ...(source.lineOf([method, 'requestBody']) ? [[method, 'requestBody']] : [])]
    const bodies = [
      [method, 'requestBody'],
      ...source.namesAt([method, 'responses']).map((status) => [method, 'responses', status]),
    ]
    return [
      ...own.map((within) => ({ pointer: ['paths', path, ...within], file, within })),
      ...bodies.flatMap((body) => propertiesOfBody({ path, file, body }, open)),
      ...parametersOf({ path, file, method }, open),
      ...responsesOf({ path, file, method }, open),
    ]
  })
}

interface Operation {
  readonly path: string
  readonly file: string
  readonly method: string
}

interface Body {
  readonly path: string
  readonly file: string
  /** Where the request body or the response is in the file. */
  readonly body: Steps
}

/** The properties of what a body holds, or of each item of its list, through the `$ref` to the component that has them. */
function propertiesOfBody({ path, file, body }: Body, open: Open): Part[] {
  const source = open(file)
  return source.namesAt([...body, 'content']).flatMap((mediaType) => {
    const schema = [...body, 'content', mediaType, 'schema']
    return [schema, [...schema, 'items']].flatMap((within) => {
      const component = referencedFile(source, within)
      if (component === undefined) return []
      return open(component)
        .namesAt(['properties'])
        .map((name) => ({
          pointer: ['paths', path, ...within, 'properties', name],
          file: component,
          within: ['properties', name],
          at: [...pointerOf(component), 'properties', name],
        }))
    })
  })
}

/** By index, as in the document, and by name. */
function parametersOf({ path, file, method }: Operation, open: Open): Part[] {
  const source = open(file)
  return Array.from({ length: source.countAt([method, 'parameters']) }, (_, index) => {
    const within = [method, 'parameters', index]
    const pointer = ['paths', path, ...within]
    const component = referencedFile(source, within)
    const name = component ? open(component).textAt(['name']) : source.textAt([...within, 'name'])
    const byName = { pointer: ['paths', path, method, 'parameters', name ?? index], at: pointer }
    return [{ pointer, file, within }, ...(name === undefined ? [] : [{ ...byName, file, within }])]
  }).flat()
}

/** Each response, and its headers, those of a component included. */
function responsesOf({ path, file, method }: Operation, open: Open): Part[] {
  const source = open(file)
  return source.namesAt([method, 'responses']).flatMap((status) => {
    const within = [method, 'responses', status]
    const pointer = ['paths', path, ...within]
    const component = referencedFile(source, within)
    const shared = component === undefined ? [] : headersOf(open(component), [])
    return [
      { pointer, file, within },
      ...headersOf(source, within).map((header) => ({
        pointer: ['paths', path, ...header],
        file,
        within: header,
      })),
      ...shared.map((header) => ({
        pointer: [...pointer, ...header],
        file: component ?? file,
        within: header,
        at: [...pointerOf(component ?? file), ...header],
      })),
    ]
  })
}

function headersOf(source: Locator, response: Steps): Steps[] {
  return source.namesAt([...response, 'headers']).map((name) => [...response, 'headers', name])
}

/** The file of a component that a part refers to: `components/responses/UnknownMember.yaml`. */
function referencedFile(source: Locator, within: Steps): string | undefined {
  return /components\/.*\.yaml$/.exec(source.textAt([...within, '$ref']) ?? '')?.[0]
}

/** `components/schemas/User.yaml` is at `/components/schemas/User`. */
function pointerOf(file: string): Steps {
  return file.replace(/\.yaml$/, '').split('/')
}

/** The component, the headers of a response, and the properties of a schema at any depth. */
function partsOfComponent(source: Locator): Steps[] {
  return [[], ...headersOf(source, []), ...partsOfSchema(source, [])]
}

function partsOfSchema(source: Locator, schema: Steps): Steps[] {
  const keyword = (name: string) => [...schema, name]
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((name) =>
    Array.from({ length: source.countAt(keyword(name)) }, (_, index) => [...keyword(name), index]),
  )
  const parts = [
    ...source.namesAt(keyword('properties')).map((name) => [...keyword('properties'), name]),
    ...(source.namesAt(keyword('items')).length > 0 ? [keyword('items')] : []),
    ...lists,
  ]
  return parts.flatMap((part) => [part, ...partsOfSchema(source, part)])
}

/** As RFC 6901 has it. */
function toPointer(steps: Steps): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
