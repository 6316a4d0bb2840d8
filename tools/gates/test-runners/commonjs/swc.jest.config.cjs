module.exports = {
  ...require('./jest.shared.cjs'),
  testMatch: ['**/user-api.spec.ts'],
  transform: { '\\.(?:m?js|ts)$': '@swc/jest' },
}
