import { parse } from 'shell-quote'

/** The request that curl would make of a command line. Fails on an option that no sample uses. */
export function curlRequest(script: string, environment: Readonly<Record<string, string>>): Request {
  const command = script.replaceAll(/^#.*\n/gm, '').replaceAll(/\\\n\s*/g, '')
  const words = parse(command, { ...environment }).map(String)
  if (words[0] !== 'curl') throw new Error(`expected a command such as "curl URL", and got: ${command}`)
  return requestOf(words.slice(1))
}

function requestOf(words: readonly string[]): Request {
  const headers = new Headers()
  let method = 'GET'
  let body: string | undefined
  let url = ''
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    if (!word.startsWith('-')) {
      url = word
      continue
    }
    index += 1
    const value = words[index] ?? ''
    if (word === '--request') method = value
    else if (word === '--data') body = value
    else if (word === '--cookie') headers.append('Cookie', value)
    else if (word === '--header')
      headers.append(value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1))
    else throw new Error(`curl is called with ${word}, which this test does not know yet`)
  }
  return new Request(url, { method, headers, ...(body === undefined ? {} : { body }) })
}
