import { defineConfig } from "vitest/config";

const everywhere = ["test/**/*.test.ts"];
/** What asks for real concurrency, or starts processes of its own. */
const needsServer = ["test/concurrency/**", "test/journeys/worker.test.ts"];

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    isolate: false,
    setupFiles: "test/setup/file.ts",
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "pglite",
          include: everywhere,
          exclude: needsServer,
          globalSetup: "test/setup/pglite.ts",
        },
      },
      {
        extends: true,
        test: { name: "postgres", include: everywhere, globalSetup: "test/setup/postgres.ts" },
      },
    ],
  },
});
