import { describe, expect, it } from 'vitest'
import { operationFacts } from '../../test/operation-facts.ts'
import { plainMarkdown } from './plain-markdown.ts'

describe('plainMarkdown', () => {
  it('begins with the title and what the page is about', () => {
    const page = { id: 'errors', title: 'Errors', description: 'Every status.', body: 'Text' }
    expect(plainMarkdown(page)).toBe('# Errors\n\nEvery status.\n\nText\n')
  })

  it('writes down what the site shows in the head of an operation', () => {
    const operation = operationFacts({ role: 'member', idempotent: false })
    const text = plainMarkdown({ id: 'reference/whois', title: 'whois', operation, body: 'Text' })
    expect(text).toContain('`GET /w/{workspace}/users/whois/{username}`')
    expect(text).toContain('- Role: [member](../authentication.md#roles)')
    expect(text).toContain(
      '- Idempotent: [no: the client never retries it](../client.md#retries-and-deadlines)',
    )
  })

  it('says of an idempotent operation that the client retries it', () => {
    const operation = operationFacts({ idempotent: true })
    expect(plainMarkdown({ id: 'reference/whois', title: 'whois', operation, body: '' })).toContain(
      '- Idempotent: [yes: the client retries it after a passing failure]',
    )
  })

  it('says of a deprecated operation since when, why, what instead and until when', () => {
    const deprecation = {
      reason: 'It is slow.',
      replacement: 'listUsers',
      since: '2026-11-01',
      sunset: '2027-05-01',
    }
    const operation = operationFacts({ deprecation })
    const text = plainMarkdown({ id: 'reference/whois', title: 'whois', operation, body: '' })
    expect(text).toContain('- Deprecated: since 2026-11-01: It is slow.')
    expect(text).toContain('- Replaced by: [listUsers](listUsers.md)')
    expect(text).toContain('- May stop working: on 2027-05-01')
  })

  it('says since which release there is an operation', () => {
    const operation = { ...operationFacts(), since: '0.2.0' }
    const text = plainMarkdown({ id: 'reference/whois', title: 'whois', operation, body: '' })
    expect(text).toContain('- Since: [0.2.0](../changelog.md)')
  })

  it('says of an operation without a role nothing of roles', () => {
    const { role: _, ...operation } = operationFacts()
    expect(plainMarkdown({ id: 'whois', title: 'whois', operation, body: '' })).not.toContain('Role')
  })

  it.each([
    ['[whois](/reference/whois/)', '[whois](reference/whois.md)'],
    ['[User](/schemas/#user)', '[User](schemas.md#user)'],
    ['[start](/)', '[start](index.md)'],
    ['[file](/UserApi.md)', '[file](UserApi.md)'],
    ['[elsewhere](https://example.com/a/)', '[elsewhere](https://example.com/a/)'],
  ])('turns the link %s into %s', (link, expected) => {
    expect(plainMarkdown({ id: 'page', title: 'Page', body: link })).toContain(expected)
  })
})
