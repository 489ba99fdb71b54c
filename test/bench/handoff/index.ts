import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { openPostgres } from "../../../src/platform/database/postgres.ts";
import { copyOf, databaseUrl, type PreparedServer, prepareServer } from "../../world/postgres-server.ts";
import { caller } from "../caller.ts";
import { type Installation, install } from "../installation.ts";
import { driveCount, type Load, median, middleOf } from "../load.ts";
import { startServer } from "../processes.ts";
import { moveGrowthTable, moveTable, raceTable } from "../tables.ts";
import { fillReferrals } from "./fill.ts";
import { type Move, moveNames, question, type Recorded, recordMove, spent } from "./moves.ts";
import { admitParties, type Parties } from "./parties.ts";
import { replayMove } from "./replay-move.ts";
import { exchangeKeys, type Race, raceWithdrawal } from "./withdrawal.ts";

const callers = 8;
const rounds = 5;
/** Of one contender in one round: few enough that 10,000 referrals last. */
const each = 400;
const warmUp = 40;
const races = 5;

const contenders = ["service", "hono", "sql"] as const;
type Contender = (typeof contenders)[number];

export type MoveRow = Record<Contender, Load> & {
  referrals: number;
  move: Move;
  roundTrips: number;
  /** Medians of the rounds' ratios of throughput: the service's to the other's. */
  toHono: number;
  toSql: number;
};

type Write = (line: string) => void;

/** Measures acknowledge and accept among `sizes` referrals, and lets a withdrawal race those who fetch. */
export async function benchHandoff(sizes: readonly number[], write: Write): Promise<void> {
  const { server, stop } = await prepareServer();
  const rows: MoveRow[] = [];
  let raced: Race[] = [];
  try {
    for (const referrals of sizes) {
      const measured = await benchReferrals(server, referrals, write);
      rows.push(...measured.rows);
      raced = measured.raced;
    }
  } finally {
    await stop();
  }
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? "" };
  mkdirSync("dist", { recursive: true });
  writeFileSync("dist/bench-handoff.json", JSON.stringify({ ...machine, rows, raced }, null, 2));
  write(`\n${callers} callers, 8 connections, medians of ${rounds} rounds of ${each}:\n\n${moveTable(rows)}`);
  if (sizes.length > 1) write(`\nGrowth:\n\n${moveGrowthTable(rows)}`);
  write(`\nA withdrawal among 64 who fetch:\n\n${raceTable(raced)}`);
  write(`\n${machine.cores} × ${machine.cpu}; dist/bench-handoff.json has it all`);
}

async function benchReferrals(server: PreparedServer, referrals: number, write: Write) {
  const url = await copyOf(server);
  const admin = postgres(databaseUrl(server.admin, new URL(url).pathname.slice(1)), {
    max: 1,
    onnotice: () => {},
  });
  const { db, close } = openPostgres(url, 2);
  const installation = await install(db, databaseUrl(server.admin, new URL(url).pathname.slice(1)));
  const parties = await admitParties(installation.platform, admin);
  write(`${referrals.toLocaleString("en")} referrals are made …`);
  const began = performance.now();
  await fillReferrals(drizzle(admin), referrals, parties);
  write(`  in ${Math.round((performance.now() - began) / 1000)} s`);
  await admin.end();
  await exchangeKeys(installation.platform, parties);
  const rows: MoveRow[] = [];
  for (const move of moveNames) {
    const recorded = await recordMove(installation.platform, url, parties.partner.token, move);
    write(told(move, recorded));
    const measured = await measure(installation, url, parties, move, recorded);
    rows.push({ referrals, move, roundTrips: recorded.roundTrips, ...measured });
    write(moveTable(rows.slice(-1)));
  }
  const raced = await race(installation, url, parties);
  await close();
  return { rows, raced };
}

async function measure(
  { environment }: Installation,
  url: string,
  { partner }: Parties,
  move: Move,
  { statements }: Recorded,
) {
  const ordered = { environment: { ...environment, DATABASE_URL: url }, statements };
  const service = await startServer({ kind: "service", ...ordered });
  const bare = await startServer({ kind: "bare move", ...ordered });
  const [ask, askBare] = [caller(service.url, partner.token), caller(bare.url, undefined)];
  const { run, close } = replayMove(url, statements);
  let next = spent;
  const sends = {
    service: () => ask(question(move, ++next)),
    hono: () => askBare({ ...question(move, 0), path: `/${++next}` }),
    sql: () => run(++next),
  };
  const turns: Record<Contender, Load[]> = { service: [], hono: [], sql: [] };
  for (const contender of contenders) await driveCount(sends[contender], callers, warmUp);
  for (let round = 0; round < rounds; round++)
    for (const contender of contenders)
      turns[contender].push(await driveCount(sends[contender], callers, each));
  await close();
  await Promise.all([service.stop(), bare.stop()]);
  const to = (other: Contender) =>
    median(turns.service.map(({ perSecond }, at) => perSecond / (turns[other][at]?.perSecond ?? 0)));
  return {
    service: middleOf(turns.service),
    hono: middleOf(turns.hono),
    sql: middleOf(turns.sql),
    toHono: to("hono"),
    toSql: to("sql"),
  };
}

async function race({ environment }: Installation, url: string, parties: Parties): Promise<Race[]> {
  const order = {
    kind: "service" as const,
    environment: { ...environment, DATABASE_URL: url },
    statements: [],
  };
  const service = await startServer(order);
  const raced: Race[] = [];
  while (raced.length < races) raced.push(await raceWithdrawal(service.url, parties));
  await service.stop();
  return raced;
}

const told = (move: Move, { statements, roundTrips }: Recorded) =>
  `${roundTrips} round trips to ${move}, with ${statements.length} statements beside begin and commit:\n${statements
    .map(({ query }) => `  ${query.replaceAll(/\s+/g, " ").slice(0, 150)}`)
    .join("\n")}`;
