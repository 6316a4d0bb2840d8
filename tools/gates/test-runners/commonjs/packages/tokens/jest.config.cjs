module.exports = {
  ...require('../../jest.shared.cjs'),
  displayName: 'tokens',
  testMatch: ['**/tokens.spec.ts'],
  transform: { '\\.ts$': 'ts-jest', '\\.m?js$': '@swc/jest' },
}
