const scope = '@windmill-user-api/'

export const hooks = {
  /**
   * What is packed works with every version of its 0.x line: `workspace:^` has become `^0.3.2` by now, and becomes `^0.3.0`. A patch
   * adds nothing that another package needs. See docs/decisions/0020-one-line-works-together.md.
   */
  beforePacking({ devDependencies, scripts, ...manifest }) {
    return {
      ...manifest,
      ...(manifest.dependencies && { dependencies: onOneLine(manifest.dependencies) }),
      ...(manifest.peerDependencies && { peerDependencies: onOneLine(manifest.peerDependencies) }),
    }
  },
}

function onOneLine(dependencies) {
  const ranges = Object.entries(dependencies).map(([name, range]) => [
    name,
    name.startsWith(scope) ? range.replace(/^\^(\d+\.\d+)\.\d+$/, '^$1.0') : range,
  ])
  return Object.fromEntries(ranges)
}
