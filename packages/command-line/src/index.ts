export {
  applyEnvironment,
  type Environment,
  EnvironmentOption,
  environmentOptions,
  parseCommand,
  readText,
} from './environment.ts'
export { describeOption, formatOption, wrapProse } from './help.ts'
export { explainListening } from './listening.ts'
export { wholeNumber } from './number.ts'
export { isCapable, keepGoingWithoutReaders } from './streams.ts'
