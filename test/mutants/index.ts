import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Mutant, mutants } from "./list.ts";

const root = new URL("../..", import.meta.url).pathname;
const copied = ["src", "test", "drizzle", "openapi", "package.json", "tsconfig.json"];

/** Breaks a copy of the project in one place at a time, and sees whether a test fails of it. */
function main(wanted: string[]): void {
  const chosen = mutants.filter(({ breaks }) => wanted.length === 0 || wanted.includes(breaks));
  const folder = mkdtempSync(join(tmpdir(), "handreiking-mutants-"));
  try {
    for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    const unbroken = failing(folder, [...new Set(chosen.flatMap(({ tests }) => tests))]);
    if (unbroken !== 0) throw new Error(`${unbroken} tests fail of the project as it is`);
    const survived = chosen.filter((mutant) => !isCaught(folder, mutant));
    process.stdout.write(`${chosen.length - survived.length} of ${chosen.length} caught\n`);
    process.exitCode = survived.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isCaught(folder: string, mutant: Mutant): boolean {
  const restore = mutant.code ? breakCode(folder, mutant.code) : breakSchema(folder, mutant.schema ?? "");
  const failed = failing(folder, mutant.tests);
  restore();
  const where = mutant.code ? "code  " : "schema";
  process.stdout.write(
    `${mutant.breaks.padEnd(4)}${where}  ${failed > 0 ? "caught  " : "SURVIVED"}  ${mutant.so}\n`,
  );
  return failed > 0;
}

function breakCode(folder: string, { file, line, instead }: NonNullable<Mutant["code"]>): () => void {
  const path = join(folder, file);
  const whole = readFileSync(path, "utf8");
  if (whole.split(line).length !== 2) throw new Error(`${file} does not hold once: ${line}`);
  writeFileSync(
    path,
    whole.replace(line, () => instead),
  );
  return () => writeFileSync(path, whole);
}

/** As the last statement of the last migration: so it runs as the owner, on either database. */
function breakSchema(folder: string, statement: string): () => void {
  const journal = readFileSync(join(folder, "drizzle/meta/_journal.json"), "utf8");
  const last = (JSON.parse(journal) as { entries: { tag: string }[] }).entries.at(-1)?.tag;
  const path = join(folder, `drizzle/${last}.sql`);
  const whole = readFileSync(path, "utf8");
  writeFileSync(path, `${whole}\n--> statement-breakpoint\n${statement};\n`);
  return () => writeFileSync(path, whole);
}

/** How many of the tests fail; a run that never came to its tests is a fault of the mutant. */
function failing(folder: string, tests: string[]): number {
  const report = join(folder, "report.json");
  rmSync(report, { force: true });
  // Slow is not caught: no test is cut short.
  const patient = ["--testTimeout=600000", "--hookTimeout=600000"];
  const project = process.env.MUTANTS_ON ?? "pglite";
  const command = ["run", "--config", "test/vitest.config.ts", "--project", project, ...patient, ...tests];
  const { stderr } = spawnSync(
    process.execPath,
    [join(root, "node_modules/vitest/vitest.mjs"), ...command, "--reporter=json", `--outputFile=${report}`],
    { cwd: folder, encoding: "utf8" },
  );
  try {
    const { numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, "utf8"));
    if (numTotalTests === 0) throw new Error("no test ran");
    return numFailedTests;
  } catch {
    throw new Error(`the tests did not run:\n${stderr}`);
  }
}

main(process.argv.slice(2));
