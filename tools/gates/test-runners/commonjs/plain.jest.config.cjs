// What Jest does by itself, but for the sandbox.
module.exports = {
  testMatch: ['**/client.test.js'],
  globalSetup: './start-sandbox.mjs',
  globalTeardown: './stop-sandbox.mjs',
}
