import { defineConfig } from "vitest/config";

/** What asks for real concurrency, or for a server that other processes reach. */
const needsServer = ["test/concurrency/**", "test/journeys/worker.test.ts"];
/** What starts the whole service as processes of their own. */
const wholeService = ["test/journeys/{demo,integrator}.test.ts"];
/** What asks for no database: once is enough. */
const needsNone = ["test/{drift,imports}.test.ts", "test/docs/**"];

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    // The files of a worker share its modules and its database: each test has a network of its own.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "pglite",
          include: ["test/**/*.test.ts"],
          exclude: [...needsServer, ...wholeService],
          globalSetup: "test/setup/pglite.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: ["test/**/*.test.ts"],
          exclude: [...needsNone, ...wholeService],
          globalSetup: "test/setup/postgres.ts",
        },
      },
      { extends: true, test: { name: "journeys", include: wholeService } },
    ],
  },
});
