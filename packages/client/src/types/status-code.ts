type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

type CodesThatBegin<Class extends number> = `${Class}${Digit}${Digit}` extends `${infer Code extends number}`
  ? Code
  : never

/**
 * Every status that HTTP has, 100 to 599, as literals, so that `switch` can tell a documented one from the rest.
 *
 * @see RFC 9110, section 15
 */
export type StatusCode = CodesThatBegin<1 | 2 | 3 | 4 | 5>

/** The statuses of a class: `4` → 400 to 499. */
export type StatusCodeOf<Class extends number> = CodesThatBegin<Class>
