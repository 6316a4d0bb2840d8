/** The call of an operation's sample, as the generator writes it for the form of its page. */
export interface PageRequest {
  readonly id: string
  readonly method: string
  /** The path template. */
  readonly path: string
  readonly role?: string
  /** Whether a bearer token is sent. */
  readonly token: boolean
  readonly parameters: readonly PageParameter[]
  readonly body?: { readonly mediaType: string; readonly text: string }
}

/** A parameter as one text of the form. */
export interface PageParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly value: string
  /** Its name in the input of the client. */
  readonly member: string
  /** Whether the client takes a text for it, and not a number or a boolean. */
  readonly isText: boolean
}
