/**
 * How likely a duration of the one kind is longer than one of the other: the area under the receiver operating characteristic curve of
 * whoever tells them apart by their length. 0.5 is a guess, 0 and 1 are certainty.
 */
export function areaUnderCurve(ones: readonly number[], others: readonly number[]): number {
  const sorted = [...others].sort((first, second) => first - second)
  const wins = ones.map((one) => (countBelow(sorted, one) + countUpTo(sorted, one)) / 2)
  return wins.reduce((sum, count) => sum + count, 0) / (ones.length * others.length)
}

/** By how much the area of two samples of one kind differs from 0.5 in 5 % of all cases at least (two standard errors). */
export function chance(ones: number, others: number): number {
  return 2 * Math.sqrt((ones + others + 1) / (12 * ones * others))
}

function countBelow(sorted: readonly number[], limit: number): number {
  return place(sorted, (value) => value >= limit)
}

function countUpTo(sorted: readonly number[], limit: number): number {
  return place(sorted, (value) => value > limit)
}

/** The index of the first value that is one. */
function place(sorted: readonly number[], isOne: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isOne(sorted[middle] ?? Number.POSITIVE_INFINITY)) high = middle
    else low = middle + 1
  }
  return low
}
