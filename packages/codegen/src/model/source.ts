/**
 * The parts of an OpenAPI 3.1 document that the model reads, as they stand in the bundled file.
 * Only `readDocument` turns unknown JSON into these; everything after it is typed.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export interface SourceDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly servers?: readonly SourceServer[]
  readonly tags?: readonly { readonly name: string; readonly description?: string }[]
  readonly security?: readonly SourceSecurityRequirement[]
  readonly paths?: Readonly<Record<string, SourcePathItem | Reference>>
  readonly components?: SourceComponents
}

export interface SourceServer {
  readonly url: string
  readonly description?: string
  readonly variables?: Readonly<Record<string, SourceServerVariable>>
}

export interface SourceServerVariable {
  readonly default: string
  readonly enum?: readonly string[]
  readonly description?: string
}

/** Scheme name → scopes. All schemes of one requirement are needed together. */
export type SourceSecurityRequirement = Readonly<Record<string, readonly string[]>>

export interface Reference {
  readonly $ref: string
}

export interface SourceComponents {
  readonly schemas?: Readonly<Record<string, Schema>>
  readonly securitySchemes?: Readonly<Record<string, SourceSecurityScheme | Reference>>
}

export interface SourceSecurityScheme {
  readonly type: string
  readonly scheme?: string
  readonly in?: string
  readonly name?: string
  readonly description?: string
}

export const httpMethods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const
export type HttpMethod = (typeof httpMethods)[number]

export type SourcePathItem = {
  readonly summary?: string
  readonly description?: string
  readonly servers?: readonly SourceServer[]
  readonly parameters?: readonly (SourceParameter | Reference)[]
} & { readonly [Method in HttpMethod]?: SourceOperation }

/** The members of operations, parameters and schemas that say it. */
export interface SourceDeprecation {
  readonly deprecated?: boolean
  readonly 'x-deprecated-reason'?: unknown
  readonly 'x-replaced-by'?: unknown
  readonly 'x-deprecated-since'?: unknown
  readonly 'x-sunset'?: unknown
}

export interface SourceOperation extends SourceDeprecation {
  readonly operationId?: string
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly security?: readonly SourceSecurityRequirement[]
  readonly servers?: readonly SourceServer[]
  readonly parameters?: readonly (SourceParameter | Reference)[]
  readonly requestBody?: SourceRequestBody | Reference
  readonly responses?: Readonly<Record<string, SourceResponse | Reference>>
  readonly 'x-role'?: string
  readonly 'x-idempotent'?: boolean
  readonly 'x-internal'?: boolean
  readonly 'x-draft'?: boolean
  readonly 'x-pagination'?: unknown
}

export interface SourceParameter extends SourceDeprecation {
  readonly name: string
  readonly in: string
  readonly description?: string
  readonly required?: boolean
  readonly style?: string
  readonly explode?: boolean
  readonly allowReserved?: boolean
  readonly schema?: Schema
  readonly content?: Readonly<Record<string, SourceMediaType>>
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, SourceExample | Reference>>
  /** Whether a security scheme asks for it. */
  readonly 'x-credential'?: boolean
  readonly 'x-draft'?: boolean
}

export interface SourceRequestBody {
  readonly description?: string
  readonly required?: boolean
  readonly content: Readonly<Record<string, SourceMediaType>>
}

export interface SourceMediaType {
  readonly schema?: Schema
  /** Of 3.2: the schema of one item of a stream. */
  readonly itemSchema?: Schema
  readonly encoding?: Readonly<Record<string, SourceEncoding>>
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, SourceExample | Reference>>
}

export interface SourceEncoding {
  /** One media type, or several joined by commas. */
  readonly contentType?: string
  readonly style?: string
  readonly explode?: boolean
  readonly allowReserved?: boolean
}

export interface SourceExample {
  readonly summary?: string
  readonly description?: string
  readonly value?: unknown
  /** What to do about the failure that it shows. */
  readonly 'x-cure'?: string
}

export interface SourceResponse {
  readonly description: string
  readonly headers?: Readonly<Record<string, SourceHeader | Reference>>
  readonly content?: Readonly<Record<string, SourceMediaType>>
  readonly links?: Readonly<Record<string, SourceLink | Reference>>
  /** What to do about the failure. */
  readonly 'x-cure'?: string
}

export interface SourceHeader {
  readonly description?: string
  readonly required?: boolean
  readonly schema?: Schema
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, SourceExample | Reference>>
}

export interface SourceLink {
  readonly operationId?: string
  readonly description?: string
  readonly parameters?: Readonly<Record<string, unknown>>
}

/**
 * A JSON Schema 2020-12 object as OpenAPI 3.1 uses it. References to other schemas stay as `$ref`,
 * so that a generator can use their names; `resolveSchema` follows them.
 */
export interface Schema extends SourceDeprecation {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly description?: string
  readonly format?: string
  readonly contentMediaType?: string
  readonly contentEncoding?: string
  readonly contentSchema?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly not?: Schema
  readonly discriminator?: Discriminator
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly minProperties?: number
  readonly readOnly?: boolean
  readonly writeOnly?: boolean
  readonly 'x-secret'?: boolean
  readonly 'x-draft'?: boolean
  /** Each deprecated value of `enum`, with what to do instead. */
  readonly 'x-enum-deprecated'?: unknown
}

/** Which of several schemas a value has, told by one of its properties. */
export interface Discriminator {
  readonly propertyName: string
  /** Value of the property → reference to a schema, or its name. */
  readonly mapping?: Readonly<Record<string, string>>
}
