import { wholeNumber } from '@windmill-user-api/command-line'

/** Reads the number of a port from the command line. */
export const readPort = wholeNumber({
  least: 1,
  most: 65_535,
  expected: 'Expected a number from 1 to 65535, such as --port 9000.',
})
