export { documented } from '../document/documented-response.ts'
export type {
  JsonObject,
  OperationDescription,
  QueryValues,
  Schemas,
  SecurityScheme,
} from '../document/operation.ts'
export type { Workflow } from '../document/workflow.ts'
export {
  expectAlike,
  expectMethodNotAllowed,
  expectNoBody,
  expectOptions,
  expectUnknownPath,
} from '../expect/expect-edges.ts'
export { expectResponse } from '../expect/expect-response.ts'
export { expectNoSecrets } from '../expect/no-secrets.ts'
export { expectPrompt } from '../expect/pace.ts'
export { largestBody, paddedTo } from './body-size.ts'
export { expectAsPrepared } from './calls.ts'
export { refusesAnyBody, takesAnyBody } from './chance/any-body.ts'
export { namesNothing } from './chance/any-name.ts'
export { refusesAnyQuery, takesAnyQuery } from './chance/any-query.ts'
export { instead, replacing, without } from './change.ts'
export type { AddCheck, Check, Contract } from './contract.ts'
export { contractOf } from './contract-of.ts'
export { takesLimits } from './limits.ts'
export type { Accounts, Setup } from './setup.ts'
