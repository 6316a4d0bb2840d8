const presets = [['@babel/preset-env', { targets: { node: 'current' } }]]

module.exports = {
  ...require('./jest.shared.cjs'),
  testMatch: ['**/user-api.test.js'],
  transform: { '\\.m?js$': ['babel-jest', { presets }] },
}
