/** Says why a server could not listen at an address, and what to do about it. Any other error says it by itself. */
export function explainListening(error: unknown, address: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const explain = explanations[code]
  if (explain) return explain(address)
  return error instanceof Error ? error.message : String(error)
}

const explanations: Readonly<Record<string, (address: string) => string>> = {
  EADDRINUSE: (address) =>
    `${address} is taken. Choose another port, such as --port 8001, or 0 for a free one.`,
  EACCES: (address) => `${address} may not be used by you. Choose a port above 1023, such as --port 8000.`,
  EADDRNOTAVAIL: (address) => `${address} is not of this machine. Choose a host such as --host localhost.`,
  ENOTFOUND: (address) => `${address} has an unknown host. Choose one such as --host localhost.`,
}
