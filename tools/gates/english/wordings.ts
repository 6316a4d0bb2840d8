/** A way to write that readers stumble over, and what to write. */
export interface Wording {
  /** Is looked for in a sentence, in which `…` stands for each piece of code. */
  readonly found: RegExp
  readonly write: string
  /** A sentence that has it. */
  readonly example: string
}

/** The mechanical part of how we write: one idea per sentence, a person or a program acts, the words of the field. */
export const wordings: readonly Wording[] = [
  { found: /—/, write: 'a full stop, a colon or a comma', example: 'It retries — once.' },
  {
    found: /\b(?:the|an|its|this|each|every|no complete) answers?\b/i,
    write: '`response`',
    example: 'The answer is a token.',
  },
  {
    found: /\banswers? (?:with|the|to|an?|4\d\d|what)\b|\b(?:is|are|was) answered\b/i,
    write: '`returns`',
    example: 'The server answers with a list.',
  },
  { found: /\bat once\b/i, write: '`immediately`, or `at the same time`', example: 'It ends at once.' },
  { found: /\banew\b/i, write: '`again`', example: 'The roles are read anew.' },
  {
    found: /\bwhom\b|\bwhoever\b|\bof which\b/i,
    write: 'two sentences',
    example: 'The list, of which it is a part.',
  },
  { found: /\b(?:he|him|his)\b/i, write: '`they`', example: 'The caller sends his token.' },
  {
    found: /(?<!\bthere )\b(?:is|are|was|were) no (?!longer\b|more than\b)/i,
    write: '`is not a`: negate the verb, not the noun',
    example: 'The caller is no member.',
  },
  { found: /\bany more[.,;]/i, write: '`no longer`', example: 'It does not wait any more.' },
  {
    found: /^(?:What|Who|Whoever) [^:]*\.$/,
    write: 'a subject that acts, not a clause as the subject',
    example: 'What is revoked ends.',
  },
  {
    found: /^To [a-z]+ [^,:]* (?:is|takes|changes|costs) /,
    write: 'a subject that acts: `Revoking a token twice is not an error.`',
    example: 'To revoke it twice is not an error.',
  },
  {
    found: /\b(?:is|are) (?:a )?(?:4|5)\d\d\b/,
    write: '`returns`, with the cause: `Returns … if the username is taken.`',
    example: 'A username that is taken is 400.',
  },
  {
    found: /\bbe it\b|\bby that[.,;]|\bwherein\b|\bthereby\b|\bshall\b|\bupon\b/i,
    write: 'a plain word',
    example: 'The token shall be kept.',
  },
  {
    found: /\b(?:simply|of course|please note|obviously)\b/i,
    write: 'nothing: leave it out',
    example: 'Simply call it.',
  },
]

/** The most words that a sentence of ours has. */
export const mostWords = 25
