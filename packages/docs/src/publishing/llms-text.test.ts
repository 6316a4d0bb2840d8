import { expect, it } from 'vitest'
import { operationFacts } from '../../test/operation-facts.ts'
import { llmsText } from './llms-text.ts'

const pages = [
  { id: 'errors', title: 'Errors', description: 'Every status.', body: '' },
  { id: 'reference/whois', title: 'whois', operation: operationFacts(), body: '' },
  { id: 'workflows/log-in', title: 'Log in', description: 'Step by step.', body: '' },
]

it('lists guides, workflows and operations as Markdown files, each with a line of its own', () => {
  const text = llmsText('The API', pages)
  expect(text.startsWith('# The API\n\n> ')).toBe(true)
  expect(text).toContain('- [Errors](errors.md): Every status.')
  expect(text).toContain('## Workflows\n\n- [Log in](workflows/log-in.md): Step by step.')
  expect(text).toContain('- [whois](reference/whois.md): GET /w/{workspace}/users/whois/{username}. Whois')
  expect(text).toContain('(UserApi.md)')
})

it('says of a deprecated operation what to use instead', () => {
  const operation = operationFacts({ deprecation: { reason: '', replacement: 'listUsers' } })
  expect(llmsText('The API', [{ id: 'reference/whois', title: 'whois', operation, body: '' }])).toContain(
    'Whois (deprecated: use listUsers)',
  )
})
