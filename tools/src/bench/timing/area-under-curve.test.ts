import { expect, test } from 'vitest'
import { areaUnderCurve, chance } from './area-under-curve.ts'

test.each([
  [[3, 4], [1, 2], 1],
  [[1, 2], [3, 4], 0],
  [[1, 2], [1, 2], 0.5],
  [[2, 2], [2, 2, 2], 0.5],
  [[1, 3], [2, 4], 0.25],
])('%j beside %j has %f', (ones, others, area) => expect(areaUnderCurve(ones, others)).toBe(area))

test('2,000 of each may differ by 0.018 by chance', () => {
  expect(chance(2_000, 2_000)).toBeCloseTo(0.018, 3)
})
