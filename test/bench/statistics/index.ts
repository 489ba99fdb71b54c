import postgres from "postgres";
import { openPostgres } from "../../../src/platform/database/postgres.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { makeTables } from "../../../src/signals/statistics/make-tables.ts";
import { loadSolver } from "../../../src/signals/statistics/solver.ts";
import { countYear } from "../../../src/signals/statistics/sources.ts";
import { shareOf } from "../../../src/signals/statistics/wire.ts";
import { generateYear } from "../../signals/statistics/generate.ts";
import { copyOf, databaseUrl, prepareServer } from "../../world/postgres-server.ts";
import { install, join } from "../installation.ts";
import { fillStatistics } from "./fill.ts";

const measured = async <T>(work: () => T | Promise<T>) => {
  const began = performance.now();
  const result = await work();
  return { result, seconds: ((performance.now() - began) / 1000).toFixed(2) };
};

/** How long the figures of a year of so many cases take: in SQL, and to be protected and audited. */
export async function benchStatistics(cases: number, write: (line: string) => void): Promise<void> {
  const solver = await loadSolver();
  for (const few of [103, 1000]) {
    const shares = [1, 2, 3, 4, 5].map((seed) =>
      shareOf(makeTables(solver, generateYear(few, seed), []).tables),
    );
    const share = shares.reduce((sum, { cells, published }) => sum + published / cells, 0) / shares.length;
    write(`a generated year of ${few} cases: ${Math.round(share * 100)} % of the cells published`);
  }
  const { server, stop } = await prepareServer();
  const url = await copyOf(server);
  const database = openPostgres(url, 4);
  const owner = postgres(databaseUrl(server.admin, new URL(url).pathname.slice(1)), { max: 1 });
  try {
    const { platform } = await install(
      database.db,
      databaseUrl(server.admin, new URL(url).pathname.slice(1)),
    );
    const joined = await join(platform, {
      name: "Helplijn",
      scopes: ["directory:read"],
      sends: true,
      role: "counsellor",
    });
    const filled = await measured(() => fillStatistics(owner, joined.participantId, cases));
    write(`${cases} cases and what belongs to them, filled in ${filled.seconds} s`);
    const ctx = {
      ...platform,
      actor: {
        kind: "job" as const,
        id: joined.participantId,
        participantId: joined.participantId,
        permissions: new Set<string>(),
      },
    };
    const [start, end] = [new Date("2024-12-31T23:00:00Z"), new Date("2025-12-31T23:00:00Z")];
    const raw = await measured(() => transact(ctx, (tx) => countYear(tx, ctx, start, end)));
    const made = await measured(() => makeTables(solver, raw.result, []));
    const { cells, published } = shareOf(made.result.tables);
    write(`counted in ${raw.seconds} s of SQL; protected and audited in ${made.seconds} s`);
    write(`${published} of ${cells} cells published; ${made.result.unkept.length} guards not kept`);
    const again = await measured(() => makeTables(solver, raw.result, [made.result]));
    write(`the same again, as a correction, protected and audited in ${again.seconds} s`);
  } finally {
    await database.close();
    await owner.end();
    await stop();
  }
}
