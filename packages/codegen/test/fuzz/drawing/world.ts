import type { Names } from './names.ts'
import type { Random } from './random.ts'

/** What all parts of one document are drawn with. */
export interface World {
  readonly random: Random
  readonly names: Names
  /** Whether it is a document of OpenAPI 3.0, which has another dialect of JSON Schema. */
  readonly is30: boolean
  /** The named schemas, which exist before they are drawn, so that any may refer to any. */
  readonly schemas: readonly string[]
  /** The security schemes, by their names. */
  readonly schemes: Readonly<Record<string, SecurityScheme>>
}

export interface SecurityScheme {
  readonly type: string
  readonly scheme?: string
  readonly in?: string
  readonly name?: string
}
