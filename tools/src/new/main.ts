#!/usr/bin/env node
import { Argument, Command } from 'commander'
import { reportAndExit } from '../report.ts'
import { repository } from '../repository.ts'
import { methods } from './known-operations.ts'
import { newOperation } from './new-operation.ts'

const create = new Command('pnpm new').description('Starts a part of the document.')

create
  .command('operation')
  .description(
    'Writes a draft of an operation into spec/, with all that the lint asks for. Then make it yours.',
  )
  .addArgument(new Argument('<method>', 'the HTTP method').choices(methods).argParser(lowerCase))
  .argument('<path>', 'the path, with braces around its parameters')
  .option('--id <name>', 'its operationId (default: made of method and path)')
  .addHelpText(
    'after',
    `
A draft is in the docs, types and mocks of pnpm dev, and in no release.

Examples:
  pnpm new operation GET /users/tokens/count
  pnpm new operation POST '/w/{workspace}/users/rename' --id renameUser`,
  )
  .action(async (method: string, path: string, { id }: { id?: string }) => {
    const { operationId, files } = await newOperation(`${repository}/spec`, {
      method,
      path,
      ...(id && { id }),
    })
    const lines = files.map((file) => `  spec/${file}\n`)
    process.stdout.write(
      `${operationId} is a draft now:\n${lines.join('')}Write its summary, description, schemas and examples, and run: pnpm dev\n`,
    )
  })

await create.parseAsync().catch(reportAndExit)

/** Methods are written in capitals, and are keys in small letters in a document. */
function lowerCase(method: string): string {
  const known = method.toLowerCase()
  if (methods.includes(known)) return known
  throw new Error(
    `Unknown method "${method}". Expected one of ${methods.join(', ').toUpperCase()}, such as: pnpm new operation GET /users/tokens/count`,
  )
}
