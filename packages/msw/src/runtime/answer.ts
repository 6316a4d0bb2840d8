/** One answer of an operation: how it is written, and the bodies that the document shows. */
export interface Answer<Body = unknown, Example extends string = string, Header extends string = never> {
  /** Absent where the answer has no body. */
  readonly mediaType?: string
  readonly headers: Readonly<Record<Header, string>>
  /** The bodies by the names of the document's examples, the first one first. */
  readonly examples: Readonly<Record<Example, Body>>
  /** Whether JSON of another kind than that of the examples is a body, too: a text beside an object. */
  readonly anyKind?: true
  /** Whether the data of its events are JSON: a text among them is in quotes. */
  readonly jsonData?: true
}

/** The answers of an operation by status. */
export type Answers = Readonly<Record<string | number, Answer>>

/** An operation as a mock has to know it. */
export interface MockedOperation<Known extends Answers = Answers> {
  /** The name of the operation, the same in every package. */
  readonly id: string
  readonly method: string
  /** The path template: `/pets/{id}/photos`. */
  readonly path: string
  readonly answers: Known
}

/** An operation with bodies of the document: TypeScript has no types for much of what a schema allows. */
interface WrittenOperation<Known extends Answers> extends Omit<MockedOperation, 'answers'> {
  readonly answers: {
    readonly [Status in keyof Known]: Pick<
      Known[Status],
      'mediaType' | 'headers' | 'anyKind' | 'jsonData'
    > & {
      readonly examples: { readonly [Name in keyof Known[Status]['examples']]: unknown }
    }
  }
}

/** Lets a bundler leave out an operation that nobody mocks. */
export function mocked<Known extends Answers>(operation: WrittenOperation<Known>): MockedOperation<Known> {
  return operation as MockedOperation<Known> // the bodies are of their schemas, which the types are made of
}
