/** What the sandbox leaves out on purpose, as the beginning of what is told of it, with the reason. */
export const accepted: Readonly<Record<string, string>> = {
  'listUsers: the response member `[].usage': 'It runs no jobs, so there is nothing to count.',
  'whoami: the response member `usage': 'It runs no jobs, so there is nothing to count.',
  'whois: the response member `usage': 'It runs no jobs, so there is nothing to count.',
}
