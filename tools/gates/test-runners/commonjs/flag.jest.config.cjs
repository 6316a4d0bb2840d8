// With NODE_OPTIONS=--experimental-vm-modules, from Node 24.9 on: nothing needs a transform.
module.exports = {
  ...require('./jest.shared.cjs'),
  testMatch: ['**/{user-api,sandbox}.test.js'],
  transform: {},
}
