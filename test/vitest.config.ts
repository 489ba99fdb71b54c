import { defineConfig } from "vitest/config";

/** What asks for real concurrency, or for a server that other processes reach. */
const needsServer = ["test/concurrency/**", "test/journeys/worker.test.ts"];
/** What starts the whole service as processes of their own. */
const wholeService = ["test/journeys/{demo,integrator}.test.ts"];
/** What asks for no database: once is enough. */
const pureOfDirectory = [
  "test/directory/{named-id,spelling,starter,taxonomy}.test.ts",
  "test/directory/hsds/{offset,page}.test.ts",
  "test/directory/import/{elements,values}.test.ts",
  "test/directory/search/{access,opening,phrases,postcodes,sounds,spoken,synonyms,variants,verbs,wording}.test.ts",
  "test/directory/import/package/{csv,zip}.test.ts",
  "test/directory/imports/receive.test.ts",
];
const needsNone = [
  "test/{host,commands,tree,reference}/**",
  "test/all-operations/contracts.test.ts",
  "test/platform/{*.test.ts,outside/**}",
  "test/audit/actions.test.ts",
  "test/walls/codes.test.ts",
  "test/client/clock.test.ts",
  "test/client/disclosure/**",
  "test/handoff/referrals/{deadlines,referral}.test.ts",
  "test/handoff/disclosure/sealed-disclosure.test.ts",
  "test/cases/{case-code,code-word/hash-word,consents/consent,safe-contact/windows}.test.ts",
  "test/intake/appointments/slots.test.ts",
  "test/intake/conversations/{danger,rule}.test.ts",
  "test/intake/mail/{clean,html-text,language,read-mail}.test.ts",
  "test/intake/requests/{due,judge,known-of,urgency-words}.test.ts",
  "test/knowledge/render.test.ts",
  "test/signals/statistics/protect.test.ts",
  "test/ledger/{segment,start,target}.test.ts",
  "test/tasks/order.test.ts",
  // On the server by request: npm run fuzz -- postgres.
  ...(process.env.FUZZ_SECONDS ? [] : ["test/fuzz/**"]),
  ...pureOfDirectory,
];
/** What changes the directory, which all participants share: each file has a database of its own. */
const changesDirectory = "test/directory/**/*.test.ts";

/**
 * All files of a worker share its modules, and all but those of the directory its database: there each test has a
 * network of its own.
 * Both kinds of a database's projects begin with its name.
 */
const onDatabase = (name: "pglite" | "postgres", exclude: string[]) => [
  {
    extends: true as const,
    test: {
      name,
      include: ["test/**/*.test.ts"],
      exclude: [...exclude, ...wholeService, changesDirectory],
      globalSetup: `test/setup/${name}.ts`,
      isolate: false,
    },
  },
  {
    extends: true as const,
    test: {
      name: `${name}-directory`,
      include: [changesDirectory],
      // Judging opens an embedded database of its own.
      exclude: [...pureOfDirectory, ...(name === "postgres" ? ["test/directory/search/judge.test.ts"] : [])],
      globalSetup: `test/setup/${name}.ts`,
      setupFiles: ["test/setup/chance.ts", "test/setup/own-database.ts"],
      isolate: false,
    },
  },
];

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    maxWorkers: 2,
    execArgv: ["--import", "./src/platform/quick-imports.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: "test/setup/chance.ts",
    projects: [
      ...onDatabase("pglite", needsServer),
      ...onDatabase("postgres", needsNone),
      { extends: true, test: { name: "pglite-pure", include: pureOfDirectory, isolate: false } },
      { extends: true, test: { name: "journeys", include: wholeService } },
    ],
  },
});
