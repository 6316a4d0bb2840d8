import { expect, test } from 'vitest'
import { readDocument } from '../../model/index.ts'
import { codedWorkflow } from './workflow-code.ts'
import { workflowProgram } from './workflow-program.ts'

const responses = { 200: { description: 'Done.' }, 404: { description: 'no such shelf' } }
const shelf = { name: 'shelf', in: 'path', required: true, schema: { type: 'string' } }

const document = {
  openapi: '3.1.1',
  info: { title: 'Library', version: '1.0.0' },
  servers: [{ url: 'https://library.example' }],
  paths: {
    '/login': { post: { operationId: 'login', responses } },
    '/shelves/{shelf}': { parameters: [shelf], get: { operationId: 'getShelf', responses } },
  },
}

const authorization = { name: 'Authorization', in: 'header', value: 'Bearer {$steps.logIn.outputs.token}' }

const arazzo = {
  arazzo: '1.0.1',
  workflows: [
    {
      workflowId: 'look',
      inputs: { type: 'object', properties: { shelf: { type: 'string', default: 'a/1' } } },
      steps: [
        {
          stepId: 'logIn',
          operationId: 'login',
          description: 'Log in.',
          outputs: { token: '$response.body' },
        },
        {
          stepId: 'look',
          operationId: 'getShelf',
          description: 'Look.',
          parameters: [authorization, { name: 'shelf', in: 'path', value: '$inputs.shelf' }],
          successCriteria: [{ condition: '$statusCode == 200' }],
          outputs: { next: '$response.body#/books/0/shelf' },
        },
        {
          stepId: 'lookFurther',
          operationId: 'getShelf',
          description: 'Look further.',
          parameters: [authorization, { name: 'shelf', in: 'path', value: '$steps.look.outputs.next' }],
          successCriteria: [{ condition: '$statusCode == 404' }],
        },
      ],
    },
  ],
}

const model = readDocument(document, [arazzo])
const [workflow] = model.workflows
if (!workflow) throw new Error('expected a workflow')
const coded = codedWorkflow(model, workflow)
const commands = coded.steps.map((step) => ('command' in step ? step.command : ''))

test('a command keeps what later steps use, and shows it', () => {
  expect(commands[0]).toBe(
    'TOKEN=$(curl --silent \\\n  --request POST \\\n  \'https://library.example/login\')\necho "$TOKEN"',
  )
  expect(commands[1]).toContain(
    `LOOK_NEXT=$(echo "$RESPONSE" | node --print 'JSON.parse(fs.readFileSync(0)).books[0].shelf')`,
  )
})

test('a command sends examples of inputs as they are, and what was kept by its variable', () => {
  expect(commands[1]).toContain("'https://library.example/shelves/a%2F1'")
  expect(commands[1]).toContain('--header "Authorization: Bearer $TOKEN"')
  expect(commands[2]).toContain('"https://library.example/shelves/$LOOK_NEXT"')
})

test('a command that is to fail shows its status', () => {
  expect(commands[2]).toContain("--write-out ' (%{http_code})'")
})

test('what may go wrong stands beside the steps', () => {
  expect(coded.failures).toContainEqual({ call: '`getShelf`', status: '404', why: 'No such shelf.' })
})

test('all steps are one program, in which a failure that is meant is no exception', () => {
  const program = workflowProgram(model, workflow)
  expect(program).toContain('// 1. Log in.\nconst token = await visitor.login()')
  expect(program).toContain("const lookNext = (await api.getShelf({ shelf: 'a/1' })).books[0]?.shelf ?? ''")
  expect(program).toContain('const lookFurtherResult = await api.getShelf.safe({ shelf: lookNext })')
})

test('a neighbour, which the client does not have, is called by fetch', () => {
  const { '/login': login, ...paths } = document.paths
  const neighbours = readDocument({ ...document, paths: { '/login': login } }).operations
  const program = workflowProgram(
    { ...readDocument({ ...document, paths }, [arazzo]), neighbours },
    {
      ...workflow,
      steps: workflow.steps.map((step) => ({ ...step, outputs: [] })),
    },
  )
  expect(program).toMatch(/const logInResponse = await fetch\(`\$\{baseUrl\}\/login`, \{/)
})
