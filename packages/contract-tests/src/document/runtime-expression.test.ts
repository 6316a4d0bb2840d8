import { describe, expect, test } from 'vitest'
import { compare, evaluate } from './runtime-expression.ts'

const context = {
  inputs: { email: 'ada@example.com' },
  steps: new Map([['logIn', { token: 'Qm3v' }]]),
  response: { status: 200, body: [{ label: 'ci', 'a/b': null }] },
}

describe('evaluate', () => {
  test.each([
    ['an input', '$inputs.email', 'ada@example.com'],
    ['an output of a step', '$steps.logIn.outputs.token', 'Qm3v'],
    ['an expression in a text', 'Bearer {$steps.logIn.outputs.token}', 'Bearer Qm3v'],
    ['the status', '$statusCode', 200],
    ['the whole body', '$response.body', context.response.body],
    ['a part of the body', '$response.body#/0/label', 'ci'],
    ['a part with a slash in its name', '$response.body#/0/a~1b', null],
    ['a part that is not there', '$response.body#/1/label', undefined],
    ['a constant', false, false],
    ['an object of them', { email: '$inputs.email', n: 1 }, { email: 'ada@example.com', n: 1 }],
  ])('gives %s', (_what, expression, value) => {
    expect(evaluate(context, expression)).toEqual(value)
  })

  test('says what it does not know', () => {
    expect(() => evaluate(context, '$url')).toThrow('The expression is "$url". Expected one of Arazzo')
  })
})

describe('compare', () => {
  test('tells whether both sides are the same, and what came', () => {
    expect(compare(context, '$statusCode == 200')).toMatchObject({ holds: true })
    expect(compare(context, '$response.body#/0/label == "cd"')).toEqual({
      holds: false,
      subject: '$response.body#/0/label',
      actual: 'ci',
      expected: 'cd',
    })
    expect(compare(context, '$inputs.email == $inputs.email')).toMatchObject({ holds: true })
  })

  test('refuses a condition that is none', () => {
    expect(() => compare(context, '$statusCode')).toThrow('such as "$statusCode == 200"')
  })
})
