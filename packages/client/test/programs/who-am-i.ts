import { createUserApi } from '../../src/index.ts'

// Calls a server once, as a script does that knows nothing of proxies and certificates.

const { BASE_URL: baseUrl = '' } = process.env
const api = createUserApi({ baseUrl, auth: { kind: 'bearer', token: 'Qm3vK9xTzL' }, retry: false })
const result = await api.getCurrentEmail.safe()
console.log(result.ok ? result.value : `${result.error.kind}: ${inmost(result.error.cause)}`)

/** The code of the innermost cause: that of the connection itself. */
function inmost(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  return error.cause === undefined ? Reflect.get(error, 'code') : inmost(error.cause)
}
