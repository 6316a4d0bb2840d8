// The part of Redocly's plugin interface that this package uses, declared here: the command line carries no types.

/** A place in a file of the document. */
export interface Location {
  source: { absoluteRef: string; body: string }
  /** JSON pointer inside the file, such as `#/get/responses`. */
  pointer: string
  child(path: string | number | (string | number)[]): Location
  /** The same place, reported where its key stands and not where its value begins. */
  key(): Location
}

type SourceClass = new (file: string, body: string) => Location['source']
type LocationClass = new (source: Location['source'], pointer: string) => Location

/** The place of a value in a file that no reference leads to, made with the classes of another place. */
export const placeIn = (file: string, body: string, place: Location, pointer = '#/') => {
  const Source = place.source.constructor as SourceClass // Redocly exports neither class to a plugin
  const Place = place.constructor as LocationClass
  return new Place(new Source(file, body), pointer)
}

/** What a `$ref` leads to, or the node itself where it is none. Both are undefined for a dead reference. */
export interface Resolved {
  node: unknown
  location: Location | undefined
}

/** What Redocly hands to a visitor beside the node. */
export interface Context {
  /** Where the node stands, in the file that holds it. */
  location: Location
  /** Where its `$ref` stands; equal to `location` where there is none. */
  rawLocation: Location
  /** The key of the node in its parent. */
  key: string | number
  /** The node's type in the standard, by Redocly's name. */
  type: { name: string; properties: Record<string, unknown> }
  /** Reports a problem, at the visited node unless it names another place. */
  report(problem: { message: string; location?: Location }): void
  /** Follows a `$ref`, read from the file `from` (default: the file of the visited node). */
  resolve(node: unknown, from?: string): Resolved
}

/** Called for a node. Only the visitor named `ref` gets a target. */
export type Visit = (node: unknown, context: Context, target: Resolved) => void

/** A visitor on the way down the document, or one for the way up. */
export type Visitor = Visit | { enter?: Visit; leave?: Visit }

/** What a rule, preprocessor or decorator watches, by Redocly's name of the node type. */
export type Visitors = Record<string, Visitor>

/** A rule, preprocessor or decorator: its options in, its visitors out. */
export type Rule = (options: Record<string, unknown>) => Visitors

/** What Redocly loads. */
export interface Plugin {
  id: string
  rules: { oas3: Record<string, Rule>; arazzo1: Record<string, Rule> }
  preprocessors: { oas3: Record<string, Rule> }
  decorators: { oas3: Record<string, Rule> }
}
