import { validatorRuntime } from '../domain/validator-runtime.ts'
import {
  createValidators,
  type ValidationError,
  type Validators,
} from '../generated/configuration/validators.ts'
import { explainViolation } from './explain-violation.ts'
import type { Problem } from './problem.ts'
import { valueAt } from './value-at.ts'

let validators: Validators | undefined

/** Everything in a value that its published schema does not allow. */
export function checkSchema(schema: string, value: unknown): Problem[] {
  validators ??= createValidators(validatorRuntime)
  const validate = validators[schema]
  if (!validate) throw new Error(`expected a compiled schema ${schema}`)
  if (validate(value)) return []
  return (validate.errors ?? []).filter(isWhole).map((error) => problemOf(error, value))
}

/** What is wrong with a name comes twice: from its own schema, then from that of the map, which says of which map. */
function isWhole({ propertyName }: ValidationError): boolean {
  return propertyName === undefined
}

function problemOf(error: ValidationError, value: unknown): Problem {
  const path = pathOf(error.instancePath, value)
  const name = error.params['additionalProperty'] ?? error.params['propertyName']
  return {
    path: typeof name === 'string' ? [...path, name] : path,
    message: explainViolation(error, path, valueAt(value, path)),
  }
}

/** The steps of a JSON Pointer (RFC 6901), with numbers where they lead into an array. */
function pathOf(pointer: string, value: unknown): (string | number)[] {
  const steps: (string | number)[] = []
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
    steps.push(Array.isArray(valueAt(value, steps)) ? Number(name) : name)
  }
  return steps
}
