import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What is in use once everything that can go is gone, in megabytes. */
export function megabytesInUse(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1_048_576
}

const fewestWindows = 9
const tolerated = 8

/**
 * By how much a series of measurements grows, in megabytes: none where it is too short to tell, or where the difference may be
 * chance. The first third is warming up.
 */
export function growth(measurements: readonly number[]): number {
  if (measurements.length < fewestWindows) return 0
  const third = Math.floor(measurements.length / 3)
  const increase = median(measurements.slice(-third)) - median(measurements.slice(third, 2 * third))
  return increase > tolerated ? increase : 0
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
