import { defineConfig } from 'vitest/config';
import { chromiumPath } from './tests/support/chromium.ts';
import { ClosingLine } from './tests/support/closing-line.ts';

const everywhere = ['packages/*/{src,tests}', 'scripts', 'tests', 'bench'];
const inBrowser = 'tests/e2e/**/*.test.ts';
const withDatabase = everywhere.map((folder) => `${folder}/**/*.db.test.ts`);

export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    // Of two processors vitest would use one, while many a test waits for a database or a program it started.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'pure',
          include: everywhere.map((folder) => `${folder}/**/*.test.ts`),
          exclude: [...withDatabase, inBrowser],
          // Files share the modules they import, a third of their time; none may keep anything in one.
          isolate: false,
          // Slowness is no fault here: a busy machine may take ten times as long, and benches are what measures.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        // A project of its own, so that the servers start only when one of its files runs.
        test: {
          name: 'database',
          include: withDatabase,
          globalSetup: 'tests/support/database-servers.ts',
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      // Without a browser the pages are not tried: the last lines say so, and in continuous integration it fails.
      ...(chromiumPath() === null && process.env['SALLYPORT_REQUIRE_BROWSER'] !== '1'
        ? []
        : [{ test: { name: 'browser', include: [inBrowser], testTimeout: 300_000, hookTimeout: 300_000 } }]),
    ],
  },
});
