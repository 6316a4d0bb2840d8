module.exports = {
  ...require('../../jest.shared.cjs'),
  displayName: 'teams',
  testMatch: ['**/teams.spec.ts'],
  transform: { '\\.ts$': 'ts-jest', '\\.m?js$': '@swc/jest' },
}
