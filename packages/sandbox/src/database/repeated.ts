/** The most parameters that a statement of an operation has, by far. Those that plant a seed have thousands. */
const parametersOfOperation = 50

/**
 * Whether a statement will come again and again, so that it is worth preparing: a table is made once, and a seed is planted
 * rarely.
 */
export function isRepeated(text: string, parameters: readonly unknown[]): boolean {
  return parameters.length <= parametersOfOperation && /^(?:select|insert|update|delete) /.test(text)
}
