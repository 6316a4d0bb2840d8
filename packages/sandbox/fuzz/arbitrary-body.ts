import fc from 'fast-check'

/** Members that some operation takes, and one that is none. */
const names = [
  'email',
  'password',
  'username',
  'is_admin',
  'super_admin',
  'is_super_admin',
  'workspace_id',
  'id',
  'name',
  'label',
  'expiration',
  'code',
  'state',
  '__proto__',
]

const texts = fc.oneof(
  fc.constantFrom(
    'demo',
    'starter',
    'ada',
    'alan',
    'ada@example.com',
    'alan@example.com',
    'analytical-engine',
  ),
  fc.constantFrom(
    '',
    '\0',
    '\ud83d',
    '\udc00x',
    '🔑',
    '\u202e',
    "'; drop table account; --",
    '__proto__',
    'x'.repeat(10_000),
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.string({ unit: 'binary' }),
)

/** A value as JSON text, in ways that `JSON.stringify` would not write. */
const values = fc.oneof(
  { weight: 6, arbitrary: texts.map((text) => JSON.stringify(text)) },
  { weight: 2, arbitrary: fc.boolean().map(String) },
  { weight: 1, arbitrary: fc.json() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'null',
      '1e400',
      '-0',
      '9'.repeat(5_000),
      '0.1e-999999',
      '"\\ud800"',
      '"\\u0000"',
    ),
  },
)

/** An object whose members may come twice. */
const objects = fc
  .array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 6 })
  .map((members) => `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`)

const giants = fc.constantFrom(
  '['.repeat(100_000),
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  '{"label":'.repeat(20_000),
  `{${Array.from({ length: 10_000 }, (_, index) => `"member${index}":${index}`).join(',')}}`,
  `{"email":"${'a'.repeat(1_000_000)}"}`,
  `{"label":"${'a'.repeat(1_100_000)}"}`,
)

const utf8 = new TextEncoder()

/** Bodies, from what an operation takes to what no JSON is. */
export const bodies: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 12, arbitrary: objects.map((text) => utf8.encode(text)) },
  { weight: 2, arbitrary: fc.json().map((text) => utf8.encode(text)) },
  { weight: 1, arbitrary: giants.map((text) => utf8.encode(text)) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  {
    weight: 1,
    // valid JSON but for its UTF-8
    arbitrary: fc
      .constantFrom([0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xef, 0xbb, 0xbf])
      .map((bytes) => Uint8Array.of(...utf8.encode('{"label":"'), ...bytes, ...utf8.encode('"}'))),
  },
)
