import fc from 'fast-check'

/** Texts that databases, drivers and collations have been known to treat differently. */
const oddTexts = [
  ...[
    '',
    ' ',
    '\t\n',
    '\0',
    'a\0b',
    '\ud83d',
    '\udc00x',
    '🔑',
    '\u202e',
    '\u2028',
    '\\',
    '\\x41',
    '\\N',
    '"',
    '{}',
    '%',
    '_',
  ],
  ...["'; drop table account; --", '$1', 'null', 'NaN', 'infinity', '__proto__'],
  // the same to some collations: composed and decomposed, with and without case, ignored and expanded
  ...[
    'é',
    'e\u0301',
    'ß',
    'ss',
    'SS',
    'ẞ',
    'İ',
    'i̇',
    'ı',
    'a-b',
    'ab',
    'a_b',
    'A',
    'a',
    'Z',
    '\u00ad',
    'ﬁ',
    'fi',
    '１',
    '1',
  ],
  ...['x'.repeat(30), 'x'.repeat(31), 'x'.repeat(50), 'x'.repeat(51), '🔑'.repeat(50), 'x'.repeat(10_000)],
]

export const texts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)

/** Text that a seed may have: the shortest limit is that of names. */
export const storableTexts = fc
  .oneof(fc.constantFrom(...oddTexts), fc.string({ unit: 'grapheme', maxLength: 40 }))
  .map((text) => text.replaceAll(/\p{Surrogate}|\0/gu, '').slice(0, 30))
  .filter((text) => !/\p{Surrogate}/u.test(text))

const edges = [
  ...[
    '0000-12-31T23:59:59.999Z',
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00+00:01',
    '0099-12-31T23:59:59Z',
  ],
  ...[
    '1582-10-10T00:00:00Z',
    '1900-02-28T23:59:60Z',
    '1970-01-01T00:00:00Z',
    '2027-06-30T23:59:60.999999999Z',
  ],
  ...[
    '2038-01-19T03:14:08Z',
    '2027-01-01T00:00:00.0005Z',
    '2027-01-01T00:00:00.9999999Z',
    '4713-01-01T00:00:00+23:59',
  ],
  ...[
    '9999-12-31T23:59:59.999Z',
    '9999-12-31T23:59:59.9999999Z',
    '9999-12-31T23:59:60Z',
    '9999-12-31T23:59:59-00:01',
  ],
  ...['2027-02-29T00:00:00Z', '2027-01-01', 'infinity', 'epoch', 'now'],
]
const anyDate = fc.date({
  min: new Date(-62_135_596_800_000),
  max: new Date(253_402_300_799_999),
  noInvalidDate: true,
})

export const dates = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...edges) },
  { weight: 2, arbitrary: anyDate.map((date) => date.toISOString()) },
  { weight: 1, arbitrary: anyDate.map((date) => date.toISOString().replace('Z', '+05:30')) },
)

/** Times that a seed may have: within the calendar. */
export const storableDates = fc.oneof(
  fc.constantFrom(
    '0001-01-01T00:00:00.000Z',
    '0099-06-01T00:00:00Z',
    '1900-01-01T00:00:00.001Z',
    '9999-12-31T23:59:59.999Z',
  ),
  anyDate.map((date) => date.toISOString()),
)

export const numbers = fc.oneof(
  fc.constantFrom(
    ...['', '0', '-1', '1', '2', '+1', ' 1', '01', '1.0', '1.5', '1e3', '0x10', 'NaN', 'Infinity', '-0'],
    ...[
      '2147483647',
      '2147483648',
      '4294967296',
      '9007199254740991',
      '9007199254740993',
      '9223372036854775807',
    ],
    ...['9223372036854775808', '99999999999999999999', '1'.repeat(400)],
  ),
  fc.integer({ min: -5, max: 120 }).map(String),
)
