import { expect, test } from 'vitest'
import { readWorkflows } from './workflow.ts'

const arazzo = {
  arazzo: '1.0.1',
  workflows: [
    {
      workflowId: 'log-in',
      inputs: { type: 'object', properties: { email: {}, password: {} } },
      steps: [
        {
          stepId: 'logIn',
          operationId: '$sourceDescriptions.userApi.login',
          requestBody: { payload: { email: '$inputs.email' } },
          successCriteria: [{ condition: '$statusCode == 200' }],
          outputs: { token: '$response.body' },
        },
        { stepId: 'logOut', operationId: 'logout' },
      ],
    },
  ],
}

test('reads what a story needs, step by step', () => {
  expect(readWorkflows(arazzo)).toEqual([
    {
      id: 'log-in',
      summary: 'log-in',
      inputs: ['email', 'password'],
      steps: [
        {
          id: 'logIn',
          operation: 'login',
          parameters: [],
          payload: { email: '$inputs.email' },
          conditions: ['$statusCode == 200'],
          outputs: { token: '$response.body' },
        },
        {
          id: 'logOut',
          operation: 'logout',
          parameters: [],
          payload: undefined,
          conditions: [],
          outputs: {},
        },
      ],
    },
  ])
})

test('says what it expected of another document', () => {
  expect(() => readWorkflows({ openapi: '3.1.0' })).toThrow('expected an Arazzo document, such as')
})
