import { checkSchema } from '../configuration/check-schema.ts'
import { ConfigurationFailure, type Problem, placeOf, type ValuePath } from '../configuration/problem.ts'
import { membersOf } from '../configuration/value-at.ts'
import type { OauthClientsOptions } from './configuration.ts'

/** Names that mean something else: the built-in provider, and the login type of accounts with a password. */
const takenNames = ['sandbox', 'password']

const urls = ['authorizationEndpoint', 'tokenEndpoint', 'userinfoEndpoint', 'issuer', 'redirectUri']

/** Everything that is wrong with a file of OAuth clients: what its schema does not allow, and what no schema can say. */
export function checkOauthClients(file: unknown): Problem[] {
  const clients = Object.entries(membersOf(membersOf(file)['clients']))
  return [
    ...checkSchema('oauthClients', file),
    ...clients.flatMap(([name, client]) => checkClient(['clients', name], name, membersOf(client))),
  ]
}

/** @throws ConfigurationFailure with everything that is wrong with them. */
export function refuseWrongOauthClients(clients: OauthClientsOptions): void {
  const problems = checkOauthClients({ clients })
  if (problems.length > 0) throw new ConfigurationFailure('oauthClients', problems)
}

function checkClient(path: ValuePath, name: string, client: Readonly<Record<string, unknown>>): Problem[] {
  const problems: Problem[] = []
  if (takenNames.includes(name)) {
    problems.push(
      problem(path, 'the name is taken by the sandbox itself. Expected another one, such as github'),
    )
  }
  for (const member of urls) {
    const url = client[member]
    if (typeof url !== 'string' || !/^https?:\/\//.test(url) || isPlainUrl(url)) continue
    problems.push(
      problem(
        [...path, member],
        'expected a URL without a user, a password and a fragment (#…), and got another',
      ),
    )
  }
  const { scopes, issuer } = client
  if (Array.isArray(scopes) && scopes.includes('openid') && issuer === undefined) {
    const message = 'the scope openid needs an issuer. Example: issuer: https://accounts.google.com'
    problems.push(problem([...path, 'scopes'], message))
  }
  return problems
}

function isPlainUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { username, password, hash } = new URL(text)
  return username === '' && password === '' && hash === ''
}

function problem(path: ValuePath, message: string): Problem {
  return { path, message: `${placeOf(path)}: ${message}.` }
}
