import { writeFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { pgDump } from "@electric-sql/pglite-tools/pg_dump";
import { drizzle } from "drizzle-orm/pglite";
import { migrateEmbedded } from "../../src/platform/database/migrate.ts";

const head =
  "-- The whole schema as PostgreSQL dumps it, to read and to search in: npm run schema. The migrations make it.\n\n";

/** The schema that the migrations and the functions make, without what changes from one dump to the next. */
export async function dumpSchema(): Promise<string> {
  const pg = await PGlite.create({ extensions: { btree_gist, pg_trgm, unaccent } });
  await migrateEmbedded(drizzle(pg));
  const dump = await pgDump({
    pg,
    args: ["--schema-only", "--no-owner", "--schema=handreiking", "--schema=keys"],
  });
  await pg.close();
  const lines = (await dump.text())
    .split("\n")
    .filter((line) => !/^(\\(un)?restrict |--|SET |SELECT pg_catalog\.set_config)/.test(line));
  return `${head}${lines
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

if (import.meta.main) writeFileSync("drizzle/schema.sql", await dumpSchema());
