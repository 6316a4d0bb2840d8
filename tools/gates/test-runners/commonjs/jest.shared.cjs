/** What the three configurations have in common. */
module.exports = {
  testEnvironment: 'node',
  // The sandbox is an ES module, which Jest imports here and not in tests.
  globalSetup: './start-sandbox.mjs',
  globalTeardown: './stop-sandbox.mjs',
  // MSW 2 depends on packages that have no CommonJS: these are transformed, too.
  transformIgnorePatterns: ['/node_modules/(?!(?:.*/)?(?:@open-draft|rettime|until-async)/)'],
}
