import { closestMatch } from 'leven'

/** The name that another one was probably meant to be, where one is near. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  return closestMatch(name, names, { maxDistance: Math.min(4, Math.max(2, Math.floor(name.length / 4))) })
}
