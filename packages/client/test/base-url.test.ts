import { expect, test } from 'vitest'
import { createClient } from '../src/index.ts'

const clientOf = (baseUrl: string) => createClient({ baseUrl, auth: { kind: 'none' } })

test('accepts what the mocks accept', () => {
  expect(clientOf('https://Windmill.Example.com:443/api/').baseUrl).toBe('https://windmill.example.com/api')
})

test.each(['https://admin:changeme@windmill.example.com/api', '/?token=changeme', 'changeme'])(
  'refuses "%s", and shows a right one without repeating it',
  (baseUrl) => {
    const check = () => clientOf(baseUrl)

    expect(check).toThrow(/refused baseUrl, expected http:\/\/host/)
    expect(check).not.toThrow(/changeme/)
  },
)
