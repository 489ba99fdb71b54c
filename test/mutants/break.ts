import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Mutant } from "./mutant.ts";

/** Breaks a copy of the project; answers what mends it. */
export const breakCopy = (copy: string, { code, schema = "" }: Mutant): (() => void) =>
  code ? breakCode(copy, code) : breakSchema(copy, schema);

function breakCode(copy: string, { file, line, instead }: NonNullable<Mutant["code"]>): () => void {
  const path = join(copy, file);
  const whole = readFileSync(path, "utf8");
  if (whole.split(line).length !== 2) throw new Error(`${file} does not hold once: ${line}`);
  writeFileSync(
    path,
    whole.replace(line, () => instead),
  );
  return () => writeFileSync(path, whole);
}

/** As the last statement of the last migration: so it runs as the owner, on either database. */
function breakSchema(copy: string, statement: string): () => void {
  const journal = readFileSync(join(copy, "drizzle/meta/_journal.json"), "utf8");
  const last = (JSON.parse(journal) as { entries: { tag: string }[] }).entries.at(-1)?.tag;
  const path = join(copy, `drizzle/${last}.sql`);
  const whole = readFileSync(path, "utf8");
  writeFileSync(path, `${whole}\n--> statement-breakpoint\n${statement};\n`);
  return () => writeFileSync(path, whole);
}
