import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";

interface Planted {
  /** Where the database is kept that every run begins with. */
  snapshot: string;
  /** What the owner runs in it first. */
  broken?: string | undefined;
}

/** How many tests fail, the first one being enough; a run that never came to its tests is a fault of the mutant. */
export async function failing(copy: string, tests: readonly string[], planted: Planted): Promise<number> {
  const report = join(copy, "report.json");
  rmSync(report, { force: true });
  const told = await run(
    copy,
    [
      ...["run", "--config", "test/vitest.config.ts", "--project", process.env.MUTANTS_ON ?? "pglite"],
      // Slow is not caught: no test is cut short.
      ...["--testTimeout=600000", "--hookTimeout=600000", "--bail=1", "--fsModuleCache"],
      ...["--reporter=json", `--outputFile=${report}`, ...tests],
    ],
    planted,
  );
  try {
    const { numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, "utf8"));
    if (numTotalTests === 0) throw new Error("no test ran");
    return numFailedTests;
  } catch {
    throw new Error(`the tests did not run:\n${told}`);
  }
}

async function run(cwd: string, options: readonly string[], { snapshot, broken }: Planted): Promise<string> {
  const child = spawn(process.execPath, [join(cwd, "node_modules/vitest/vitest.mjs"), ...options], {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, TEST_SNAPSHOT: snapshot, ...(broken && { TEST_BREAK: broken }) },
  });
  const [told] = await Promise.all([text(child.stderr), new Promise((done) => child.once("close", done))]);
  return told;
}
