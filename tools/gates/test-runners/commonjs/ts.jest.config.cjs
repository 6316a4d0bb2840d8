module.exports = {
  ...require('./jest.shared.cjs'),
  testMatch: ['**/user-api.spec.ts'],
  transform: { '\\.ts$': 'ts-jest', '\\.m?js$': '@swc/jest' },
}
