import { onReply, withHeaders } from './differences/difference.ts'
import type { Change } from './independent/change.ts'
import { createServer } from './independent/create-server.ts'
import type { ZooServer } from './zoo-server.ts'

/** Clears the screen, retitles the terminal, hides what follows, rings, and moves back to the start of the line. */
const escapes = '\u001b[2J\u001b]0;owned\u0007\u001b[8m\u009b31m\r'
/** What GitHub Actions takes for a command where a line begins with it. */
const commands = '\n::error file=a.ts::owned\n::add-mask::contract\n::stop-commands::x\n'
/** What is markup in HTML, in XML and in Markdown. */
const markup = '<script>alert(1)</script>]]><!--</system-out></testcase>&lt;![x](http://example.com)`|'

/** All of them at once. */
export const hostileText = `${escapes}${commands}${markup}`

/** A header can hold neither escapes nor line breaks, but what GitHub and HTML read. */
export const hostileHeader = '::error::owned %0A::warning::owned <img src=x onerror=alert(1)>'

const changes: readonly Change[] = [
  { after: onReply('getCurrentEmail', 200, (reply) => ({ ...reply, body: hostileText })) },
  {
    after: onReply('createToken', 201, (reply) => withHeaders(reply, { 'Cache-Control': hostileHeader })),
  },
  { after: onReply('whois', 404, (reply) => ({ ...reply, body: `Not found: ${hostileText}` })) },
  {
    after: onReply('globalWhoami', 200, (reply) => ({
      ...reply,
      body: { ...Object(reply.body), login_type: { [hostileText]: hostileText } },
    })),
  },
]

export const hostile: ZooServer = {
  name: 'hostile-text',
  summary: 'sends escapes, commands and markup in texts, headers, errors and the names of properties',
  start: () => createServer({ changes }),
  findings: [
    {
      operations: ['getCurrentEmail'],
      rule: 'valid-call',
      observation: 'body',
      expected: 'at most 50 characters',
      actual: 'a longer text',
    },
    {
      operations: ['createToken'],
      rule: 'valid-call',
      observation: 'header Cache-Control',
      expected: '"no-store"',
      actual: hostileHeader,
    },
    {
      operations: ['whois'],
      rule: 'error-body',
      observation: 'body',
      expected: 'one line "Not found: <detail>"',
      actual: 'several lines',
    },
    {
      operations: ['globalWhoami'],
      rule: 'valid-call',
      observation: 'body /login_type',
      expected: 'a string',
      actual: 'an object',
    },
  ],
  exitStatus: 1,
}
