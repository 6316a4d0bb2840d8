/** Values that no name is, and that careless servers fall over: each is percent-encoded when it is sent. */
export const oddNames = [
  'a/b',
  '\u0000',
  'a\u0000b',
  ' ',
  "' OR 1=1 --",
  '%2F',
  '%',
  'ünïcödé',
  '😀',
  '\u202e',
  'x'.repeat(300),
]

/** Strings that JSON can write and that no text is. */
export const noText = ['\u0000', 'a\u0000b', '\ud800', 'a\udc00b']
