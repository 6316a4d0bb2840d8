import type { SkipToken } from '@tanstack/react-query'

/** Whether there is no input yet. Every copy of TanStack Query has a `skipToken` of its own, so it is handed on and never compared. */
export function isSkipped(input: object | SkipToken): input is SkipToken {
  return typeof input === 'symbol'
}
