import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'dist/**', 'reports/out/**'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 10_000 } },
    /** The built suite is loaded as Node loads it: Cucumber loads the steps so, and both must meet in one module. */
    server: { deps: { external: [/^(?!.*node_modules).*\/dist\//] } },
  },
});
