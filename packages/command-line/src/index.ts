export {
  applyEnvironment,
  type Environment,
  EnvironmentOption,
  environmentOptions,
  readText,
} from './environment.ts'
export { describeOption, formatOption, wrapProse } from './help.ts'
export { wholeNumber } from './number.ts'
export { isCapable, keepGoingWithoutReaders } from './streams.ts'
