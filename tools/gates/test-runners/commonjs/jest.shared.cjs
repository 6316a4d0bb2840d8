/** What the configurations have in common, also those of projects in other folders. */
module.exports = {
  testEnvironment: 'node',
  // The sandbox is an ES module, which Jest imports here and not in tests.
  globalSetup: require.resolve('./start-sandbox.mjs'),
  globalTeardown: require.resolve('./stop-sandbox.mjs'),
  // MSW 2 depends on packages that have no CommonJS: these are transformed, too.
  transformIgnorePatterns: ['/node_modules/(?!(?:.*/)?(?:@open-draft|rettime|until-async)/)'],
}
