import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    maxWorkers: 2,
    // Some tests start the real program several times, and beside other work each start takes many seconds.
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
})
