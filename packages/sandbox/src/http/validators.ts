import { validatorRuntime } from '../domain/validator-runtime.ts'
import { createValidators } from '../generated/document/validators.ts'

/** The compiled checks of the document: of queries, bodies and answers. */
export const validators = createValidators(validatorRuntime)
