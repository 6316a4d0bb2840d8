const mark = '/* @__PURE__ */ '

/**
 * A call that a bundler may drop where nobody uses what it makes. What a call is given has to be marked, too: else a bundler that does
 * not look into functions keeps all of it.
 */
export function pure(call: string): string {
  return mark + call
}

/** Code without these marks. */
export function withoutMarks(code: string): string {
  return code.replaceAll(mark, '')
}
