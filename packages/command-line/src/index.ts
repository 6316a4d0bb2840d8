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
export { inOurForm, runCommand, type Surroundings, wrongUse } from './run-command.ts'
export { isCapable, keepGoingWithoutReaders } from './streams.ts'
