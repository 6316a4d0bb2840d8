import type { Deprecation, OperationFacts } from '../navigation/operations.ts'

export interface Fact {
  readonly name: string
  readonly value: string
  readonly href?: string
}

/** What a caller asks first, as the head of an operation's page shows it. The page is its Markdown. */
export function operationFacts(
  { role, credentials, idempotent, since, deprecation }: OperationFacts,
  page = '',
): readonly Fact[] {
  return [
    ...(role === undefined ? [] : [{ name: 'Role', value: role, href: '/authentication/#roles' }]),
    { name: 'Credentials', value: credentials, href: '/authentication/' },
    {
      name: 'Idempotent',
      value: idempotent
        ? 'yes: the client retries it after a passing failure'
        : 'no: the client never retries it',
      href: '/client/#retries-and-deadlines',
    },
    /^### 429 /m.test(page)
      ? { name: 'Rate limit', value: 'returns 429', href: '#429-too-many-requests' }
      : { name: 'Rate limit', value: 'none documented' },
    ...(since === undefined ? [] : [{ name: 'Since', value: since, href: '/changelog/' }]),
    ...(deprecation ? deprecationFacts(deprecation) : []),
  ]
}

function deprecationFacts({ reason, replacement, since, sunset }: Deprecation): readonly Fact[] {
  const told = [since === undefined ? 'yes' : `since ${since}`, reason].filter((text) => text !== '')
  return [
    { name: 'Deprecated', value: told.join(': ') },
    ...(replacement === undefined
      ? []
      : [{ name: 'Replaced by', value: replacement, href: `/reference/${replacement}/` }]),
    ...(sunset === undefined ? [] : [{ name: 'May stop working', value: `on ${sunset}` }]),
  ]
}
