import { describe, expect, test } from 'vitest'
import { exchangeWith, observationWith } from '../../test/exchange.ts'
import { SetupProblem } from '../errors.ts'
import {
  Blocked,
  differ,
  each,
  inSituation,
  type Observation,
  Stopped,
  stop,
  underRule,
} from './observation.ts'

const difference = { observation: 'status', expected: '201', actual: '200' }

describe('differ', () => {
  test('records the operation, the request and the response with what differs, and goes on', async () => {
    const exchange = await exchangeWith({ status: 200 })
    differ(exchange, difference)
    differ(exchange, { ...difference, observation: 'body', rule: 'valid-call', pointers: ['responses/201'] })
    const { operation, request } = exchange
    const common = { operation, shownBy: operation, request, exchange, expected: '201', actual: '200' }
    expect(exchange.observations).toEqual([
      { ...common, observation: 'status', rule: undefined, pointers: [] },
      { ...common, observation: 'body', rule: 'valid-call', pointers: ['responses/201'] },
    ])
  })
})

describe('stop', () => {
  test('records what differs, and ends the check', async () => {
    const exchange = await exchangeWith({ status: 200 })
    expect(() => stop(exchange, difference)).toThrow(Stopped)
    expect(exchange.observations).toMatchObject([difference])
  })
})

describe('inSituation', () => {
  test('adds the situation to what is observed', () => {
    const heard: Observation[] = []
    const observe = inSituation((observation) => heard.push(observation), 'an expired token')
    observe(observationWith())
    expect(heard).toEqual([{ ...observationWith(), situation: 'an expired token' }])
  })

  test('leaves a situation that is more exact', () => {
    const heard: Observation[] = []
    const observe = inSituation((observation) => heard.push(observation), 'an expired token')
    observe({ ...observationWith(), situation: 'a deleted token' })
    expect(heard.map(({ situation }) => situation)).toEqual(['a deleted token'])
  })
})

describe('underRule', () => {
  test('gives what differs another rule than that of the check, and a situation', async () => {
    const exchange = await exchangeWith({ status: 200 })
    differ(underRule(exchange, 'path-unknown', 'a deleted account'), difference)
    expect(exchange.observations).toMatchObject([
      { ...difference, rule: 'path-unknown', situation: 'a deleted account' },
    ])
  })

  test('leaves a rule and a situation that are more exact', async () => {
    const exchange = await exchangeWith({ status: 200 })
    const own = { rule: 'error-body', situation: '404' } as const
    differ(underRule(exchange, 'path-unknown', 'a deleted account'), { ...difference, ...own })
    expect(exchange.observations).toMatchObject([own])
  })
})

describe('each', () => {
  test('runs every case, whatever stops the ones before it, and stops at the end', async () => {
    const run: number[] = []
    const cases = each([1, 2, 3], (number) => {
      run.push(number)
      if (number < 3) throw new Stopped('Enough.')
    })
    await expect(cases).rejects.toThrow(Stopped)
    expect(run).toEqual([1, 2, 3])
  })

  test('waits for a case before it begins the next', async () => {
    const steps: string[] = []
    await each(['a', 'b'], async (name) => {
      steps.push(`${name} begins`)
      await Promise.resolve()
      steps.push(`${name} ends`)
    })
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  test.each([
    ['a block', new Blocked(observationWith())],
    ['a setup problem', new SetupProblem('There is no such server.')],
    ['a defect', new TypeError('undefined is not a function')],
  ])('ends at once with %s', async (_what, problem) => {
    const run: number[] = []
    const cases = each([1, 2], (number) => {
      run.push(number)
      throw problem
    })
    await expect(cases).rejects.toBe(problem)
    expect(run).toEqual([1])
  })
})

test('Blocked names the call that did not succeed', () => {
  const by = observationWith({ operation: 'createWorkspace', actual: '500' })
  expect(new Blocked(by)).toMatchObject({
    name: 'Blocked',
    message: 'createWorkspace: expected 201, got 500',
    by,
  })
})
