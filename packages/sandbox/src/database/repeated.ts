/** The most parameters that a statement of an operation has, by far. */
const parametersOfOperation = 50

/**
 * Whether a statement will come again and again, so that it is worth preparing: a table is made once.
 */
export function isRepeated(text: string, parameters: readonly unknown[]): boolean {
  return parameters.length <= parametersOfOperation && /^(?:select|insert|update|delete|with) /.test(text)
}
