export {
  type Deprecation,
  deprecatedValues,
  deprecationText,
  readDeprecation,
} from './deprecation.ts'
export { deprecationHeaders } from './deprecation-headers.ts'
export { valuesOfProperty } from './discriminator.ts'
export { type DocumentModel, type NamedSchema, readDocument, type Tag } from './document.ts'
export { DocumentError, pointerTo } from './errors.ts'
export type { Example } from './example.ts'
export { concreteMediaType, isBytes, type MediaType } from './media-type.ts'
export { capitalized, createNaming } from './naming.ts'
export { needsCredentials, type Operation, schemasOf } from './operation.ts'
export type { Paging } from './paging.ts'
export { isSingle, type Parameter, type ParameterLocation } from './parameter.ts'
export { referenceName, resolveSchema } from './reference.ts'
export type { RequestBody } from './request-body.ts'
export { type Header, isSuccess, type Link, type Response } from './response.ts'
export { rightExample, sampleOf } from './sample.ts'
export { hasUnicodePatterns } from './schema-problems.ts'
export { isMembers, mapSchema, mapSchemasIn } from './schema-walk.ts'
export type { KeyChoice, SecurityRequirement, SecurityScheme } from './security.ts'
export type { Server } from './server.ts'
export type { HttpMethod, Schema, SourceDocument } from './source.ts'
export { eventStream } from './stream.ts'
export type { Workflow, WorkflowStep } from './workflow.ts'
