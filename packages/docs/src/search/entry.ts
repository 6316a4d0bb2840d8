/** A section of a page, as the search knows it. */
export interface SearchEntry {
  /** The file of the page below the root of the site: `reference/whois/index.html`. */
  readonly page: string
  /** The id of its heading. Absent at the top of a page. */
  readonly anchor?: string
  /** The title of the page. */
  readonly title: string
  /** The heading of the section. Absent at the top of a page. */
  readonly heading?: string
  /** On the page of an operation: `GET /users/whoami`. */
  readonly call?: string
  /** The names that its tables begin their rows with: parameters, fields, statuses. */
  readonly fields?: readonly string[]
  readonly text: string
}

/** The file that holds all entries, below the root of the site. */
export const searchFile = 'search.json'
