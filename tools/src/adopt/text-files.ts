/** A text file of a workspace. */
export interface TextFile {
  readonly text: string
  readonly mode: number
}

/** Path below the root of the workspace → file. */
export type TextFiles = ReadonlyMap<string, TextFile>
