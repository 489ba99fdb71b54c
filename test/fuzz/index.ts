import { spawnSync } from "node:child_process";

/** Ten minutes, or FUZZ_SECONDS, of requests drawn from the document: on the embedded database, or `postgres`. */
const [project = "pglite"] = process.argv.slice(2);
const command = ["--config", "test/vitest.config.ts", "--project", project, "test/fuzz"];
const { status } = spawnSync("node_modules/.bin/vitest", ["run", ...command], {
  stdio: "inherit",
  env: { FUZZ_SEED: String(Date.now() % 2 ** 31), FUZZ_SECONDS: "600", ...process.env },
});
process.exitCode = status ?? 1;
