import { bundleFromString, createConfig } from '@redocly/openapi-core'
import { expect, test } from 'vitest'
import { loadedPlugin } from '../testing/loaded-plugin.ts'

const document = `
openapi: 3.1.1
info: { title: Small, summary: Small, description: A small document., version: 0.0.0 }
servers: [{ url: http://localhost:8000, description: Here }]
tags: [{ name: user, description: Users }]
paths:
  /users:
    post:
      operationId: create
      summary: Create
      description: Creates.
      parameters:
        - { name: page, in: query, description: Which page, example: 1, schema: { type: integer } }
      requestBody:
        description: The user
        content:
          application/json:
            schema:
              type: object
              title: User
              description: A user.
              properties:
                description: { type: string, description: What is said of the user. }
            examples:
              Ada: { summary: Ada, description: She., value: { description: wrote programs } }
      responses:
        '200':
          description: The user
          headers: { X-Some: { description: Some, schema: { type: string } } }
          links: { again: { operationId: create, description: Again. } }
`

test('texts for readers go, and everything else stays', async () => {
  const config = await createConfig({ plugins: [loadedPlugin], decorators: { 'document/strip-prose': 'on' } })
  const { bundle } = await bundleFromString({ source: document, config })
  expect(bundle.parsed).toEqual({
    openapi: '3.1.1',
    components: {},
    info: { title: 'Small', version: '0.0.0' },
    servers: [{ url: 'http://localhost:8000' }],
    tags: [{ name: 'user' }],
    paths: {
      '/users': {
        post: {
          operationId: 'create',
          parameters: [{ name: 'page', in: 'query', example: 1, schema: { type: 'integer' } }],
          requestBody: {
            content: {
              'application/json': {
                schema: { type: 'object', properties: { description: { type: 'string' } } },
                examples: { Ada: { value: { description: 'wrote programs' } } },
              },
            },
          },
          responses: {
            '200': {
              description: '',
              headers: { 'X-Some': { schema: { type: 'string' } } },
              links: { again: { operationId: 'create' } },
            },
          },
        },
      },
    },
  })
})
