import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql, TransactionRollbackError } from "drizzle-orm";
import { openEmbedded } from "../../src/platform/database/embedded.ts";
import { mutants } from "./list/index.ts";
import type { Mutant } from "./mutant.ts";
import { failing } from "./run-tests.ts";

const root = new URL("../..", import.meta.url).pathname;
const copied = ["src", "test", "drizzle", "openapi", "package.json", "tsconfig.json"];
const usage = `npm run mutants -- [WORD…]   those that break WORD, or whose description or tests hold it; all without one
  MUTANTS_ON=postgres   on real PostgreSQL        MUTANTS_AT_ONCE=1   so many beside each other
  MUTANTS_TRUST=1   without a run of the project as it is, which has just passed`;

/** Breaks copies of the project in one place at a time, and sees whether a test fails of it. */
async function main(words: string[]): Promise<void> {
  if (words.includes("--help")) return void process.stdout.write(`${usage}\n`);
  const chosen = mutants.filter(
    (mutant) => words.length === 0 || words.some((word) => isMeant(mutant, word)),
  );
  await requireThatEachBreaks(chosen);
  const folder = mkdtempSync(join(tmpdir(), "handreiking-mutants-"));
  // Whoever is told to stop leaves no copy behind.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const snapshot = process.env.TEST_SNAPSHOT ?? join(folder, "snapshot.tar");
  const first = copyTo(join(folder, "0"));
  if (!process.env.MUTANTS_TRUST) {
    const unbroken = await failing(first, [...new Set(chosen.flatMap(({ tests }) => tests))], { snapshot });
    if (unbroken !== 0) throw new Error(`${unbroken} tests fail of the project as it is`);
  }
  const copies = [first];
  for (let more = 1; more < Number(process.env.MUTANTS_AT_ONCE ?? 2); more++)
    copies.push(copyTo(join(folder, String(more))));
  const queue = [...chosen];
  const survived: Mutant[] = [];
  await Promise.all(
    copies.map(async (copy) => {
      for (let next = queue.shift(); next; next = queue.shift())
        if (!(await isCaught(copy, next, snapshot))) survived.push(next);
    }),
  );
  process.stdout.write(`${chosen.length - survived.length} of ${chosen.length} caught\n`);
  process.exitCode = survived.length === 0 ? 0 : 1;
}

/** A break that cannot be made fails every test, and would seem to be caught: each is made once beforehand. */
async function requireThatEachBreaks(chosen: readonly Mutant[]): Promise<void> {
  for (const { code } of chosen) if (code) broken(readFileSync(join(root, code.file), "utf8"), code);
  const { db, close } = await openEmbedded(undefined);
  for (const { schema, so } of chosen)
    if (schema)
      await db
        .transaction(async (tx) => {
          await tx.execute(sql.raw("set local role none"));
          await tx.execute(sql.raw(schema));
          tx.rollback();
        })
        .catch((error: unknown) => {
          if (!(error instanceof TransactionRollbackError)) throw new Error(`cannot be broken: ${so}`);
        });
  await close();
}

const isMeant = ({ breaks, so, tests }: Mutant, word: string) =>
  breaks === word || so.includes(word) || tests.some((test) => test.includes(word));

function copyTo(copy: string): string {
  mkdirSync(copy);
  for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

async function isCaught(copy: string, mutant: Mutant, snapshot: string): Promise<boolean> {
  const restore = mutant.code && breakCode(copy, mutant.code);
  const failed = await failing(copy, mutant.tests, { snapshot, broken: mutant.schema });
  restore?.();
  const where = mutant.code ? "code  " : "schema";
  const fate = failed > 0 ? "caught  " : "SURVIVED";
  process.stdout.write(`${mutant.breaks.padEnd(9)}${where}  ${fate}  ${mutant.so}\n`);
  return failed > 0;
}

/** Answers what mends it. */
function breakCode(copy: string, code: NonNullable<Mutant["code"]>): () => void {
  const path = join(copy, code.file);
  const whole = readFileSync(path, "utf8");
  writeFileSync(path, broken(whole, code));
  return () => writeFileSync(path, whole);
}

function broken(whole: string, { file, line, instead }: NonNullable<Mutant["code"]>): string {
  if (whole.split(line).length !== 2) throw new Error(`${file} does not hold once: ${line}`);
  return whole.replace(line, () => instead);
}

await main(process.argv.slice(2));
