import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            'test/{domain,data,commands,gates,messages,channels,files,figures,papers,similar}/**/*.test.ts',
            'test/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'flows',
          include: ['test/{flows,store,pages,faults}/**/*.test.ts'],
          globalSetup: ['test/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
