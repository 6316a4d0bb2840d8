import type { Contract } from './contract.ts'

type Listener = (contract: Contract<never>) => void

// A test runner learns of a file's tests while the file loads, and can hand nothing in: hence a variable of the module.
let listener: Listener | undefined

/**
 * Lets a test runner hear of each contract while its file loads, in order to make tests of its checks. Without a listener
 * the contracts are only collected.
 */
export function listenForContracts(heard: Listener | undefined): void {
  listener = heard
}

/** Tells the listener, if there is one. */
export function announce<Fixtures>(contract: Contract<Fixtures>): void {
  listener?.(contract)
}
