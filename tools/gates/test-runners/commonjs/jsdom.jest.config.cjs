const parser = { syntax: 'typescript', tsx: true }
const transform = { react: { runtime: 'automatic' } }

module.exports = {
  ...require('./jest.shared.cjs'),
  // jsdom with what it lacks of Node: fetch, streams and others
  testEnvironment: 'jest-fixed-jsdom',
  testMatch: ['**/members.spec.tsx'],
  transform: { '\\.(?:m?js|tsx?)$': ['@swc/jest', { jsc: { parser, transform } }] },
}
