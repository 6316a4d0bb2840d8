// The part of Redocly's plugin interface that the rules use, declared here: the command line carries no types.

/** A place in a file of the document. */
export interface Location {
  source: { absoluteRef: string }
  /** JSON pointer inside the file, such as `#/get/responses`. */
  pointer: string
  child(path: string | number | (string | number)[]): Location
  /** The same place, but its key and not its value. */
  key(): Location
}

/** What went wrong, and where. */
export interface Problem {
  message: string
  /** Defaults to the visited node. */
  location?: Location
}

/** What Redocly hands to a visitor beside the node. */
export interface Context {
  /** Where the visited node stands, in the file that holds it. */
  location: Location
  /** Where the `$ref` stands that led to the node; equal to `location` where there was none. */
  rawLocation: Location
  /** The key of the node in its parent. */
  key: string | number
  parent: unknown
  report(problem: Problem): void
  resolve(node: unknown): { node?: unknown; location?: Location }
}

/** Called for a node, on the way down. */
export type Visit = (node: unknown, context: Context) => void

/** A visitor of one node type, or one for the way down and one for the way up. */
export type Visitor = Visit | { enter?: Visit; leave?: Visit } | { [type: string]: Visitor | Visit }

/** What a rule or decorator watches, by Redocly's name of the node type. */
export type Visitors = Record<string, Visitor>

/** A rule or decorator: its options in, its visitors out. */
export type Rule = (options: Record<string, unknown>) => Visitors

/** What Redocly loads. */
export interface Plugin {
  id: string
  rules: { oas3: Record<string, Rule> }
  decorators: { oas3: Record<string, Rule> }
}
