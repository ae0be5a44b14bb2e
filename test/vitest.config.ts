import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest, first: by themselves vitest begins with the largest, and these are small. */
const long = [/\/process\//, /\/dialogues\//, /\/browser\.test/, /\/cli\//]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = long.findIndex((pattern) => pattern.test(moduleId))
      return place === -1 ? long.length : place
    }
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other))
  }
}

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    // One more than the processors of a small machine: the tests of the real program wait most of their time.
    maxWorkers: 3,
    // The files of one worker share what they import: the campaign, its readers and the database take seconds to load.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Some tests start the real program several times, and beside other work each start takes many seconds.
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
})
