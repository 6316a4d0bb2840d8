import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listening } from './support/ports.ts'

const folder = path.resolve(import.meta.dirname, '..')

test('what the README shows of the REPL works there', async () => {
  const server = createServer(({ url, headers }, response) => {
    const isLogin = url === '/api/auth/login'
    response.setHeader('Content-Type', 'text/plain')
    response.end(isLogin ? 'Qm3vK9xTzL' : `admin@windmill.dev by ${headers.authorization}`)
  })
  const origin = `http://127.0.0.1:${await listening(server)}`
  const readme = readFileSync(path.join(folder, 'README.md'), 'utf8')
  const lines = readme.match(/```js\n([^`]+)```/)?.[1]?.replaceAll('http://localhost:8000', origin) ?? ''

  expect(await typed(lines.trim().split('\n'))).toContain("'admin@windmill.dev by Bearer Qm3vK9xTzL'")
  server.close()
})

/** What the REPL prints when a person types a line each time that it asks for one. */
async function typed(lines: string[]): Promise<string> {
  const repl = spawn(process.execPath, ['--interactive'], { cwd: folder })
  repl.stdout.setEncoding('utf8')
  let printed = ''
  for await (const piece of repl.stdout) {
    printed += piece
    if (!printed.endsWith('> ')) continue
    const line = lines.shift()
    if (line === undefined) repl.stdin.end()
    else repl.stdin.write(`${line}\n`)
  }
  return printed
}
