import { expect, test } from 'vitest'
import { matchPath } from './path.ts'

test('has the values by their names, decoded', () => {
  expect(matchPath('/w/{workspace}/users/whois/{username}', '/w/demo/users/whois/ada%20l?x=1')).toEqual({
    matches: true,
    params: { workspace: 'demo', username: 'ada l' },
  })
})

test('takes any name, and any character around it', () => {
  expect(matchPath('/v1/{thing-id}:cancel', '/v1/7:cancel').params).toEqual({ 'thing-id': '7' })
  expect(matchPath('/files/{name}.(*)', '/files/a.(*)').matches).toBe(true)
  expect(matchPath('/files/{name}.(*)', '/files/a.txt').matches).toBe(false)
})

test('takes a value out of one segment alone, and no empty one', () => {
  expect(matchPath('/w/{workspace}', '/w/demo/users').matches).toBe(false)
  expect(matchPath('/w/{workspace}', '/w/').matches).toBe(false)
})

test('leaves a value that is no valid percent-encoding as it is', () => {
  expect(matchPath('/w/{workspace}', '/w/%zz').params).toEqual({ workspace: '%zz' })
})
