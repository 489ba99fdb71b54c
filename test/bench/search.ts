import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { openPostgres, planning } from "../../src/platform/database/postgres.ts";
import { copyOf, databaseUrl, type PreparedServer, prepareServer } from "../world/postgres-server.ts";
import { caller } from "./caller.ts";
import { fillDirectory, someService } from "./directory.ts";
import { benchEmbedded, type EmbeddedRow } from "./embedded.ts";
import { type Installation, install } from "./installation.ts";
import { driveClosed, driveOpen, type Load, median, middleOf, type Send } from "./load.ts";
import { type Running, startServer } from "./processes.ts";
import { type Asked, type QuestionName, questionNames, questionsAbout } from "./questions.ts";
import { record, type Statement } from "./recorder.ts";
import { replay } from "./replay.ts";
import { embeddedTable, growthTable, steadyTable, table } from "./tables.ts";

const callers = [1, 8, 32];
const rounds = 3;
const seconds = 1.5;
export const steadyRate = 100;
const steadySeconds = 5;
const connections = 8;

/** Who answers the same question, in the order in which a round asks them. */
export const contenders = ["service", "hono", "sql", "naive"] as const;
export type Contender = (typeof contenders)[number];

export type Row = Record<Contender, Load> & {
  services: number;
  question: QuestionName;
  callers: number;
  /** Medians of the rounds' ratios of throughput: the service's to the other's. */
  toHono: number;
  toSql: number;
  /** Milliseconds of processor time a request, in the service's process and in bare Hono's. */
  processor: { service: number; hono: number };
  /** Of the service, resident. */
  megabytes: number;
};

export interface SteadyRow {
  services: number;
  question: QuestionName;
  service: Load;
}

type Servers = Record<"service" | "hono", Running>;

interface Measured {
  rows: Row[];
  steady: SteadyRow[];
}

/** Measures search and service by id on directories of `sizes` services, and the embedded database besides. */
export async function benchSearch(sizes: readonly number[], write: (line: string) => void): Promise<void> {
  const { server, stop } = await prepareServer();
  const measured: Measured = { rows: [], steady: [] };
  const embedded: EmbeddedRow[] = [];
  try {
    for (const services of sizes) {
      const { rows, steady } = await benchDirectory(server, services, write);
      measured.rows.push(...rows);
      measured.steady.push(...steady);
    }
  } finally {
    await stop();
  }
  if (sizes.includes(20_000)) embedded.push(...(await benchEmbedded(20_000)));
  const { rows, steady } = measured;
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? "" };
  mkdirSync("dist", { recursive: true });
  writeFileSync("dist/bench-search.json", JSON.stringify({ ...machine, rows, steady, embedded }, null, 2));
  write(`\nAs fast as it goes, ${connections} connections, medians of ${rounds} rounds:\n\n${table(rows)}`);
  write(`\nAt ${steadyRate} requests a second:\n\n${steadyTable(steady)}`);
  if (sizes.length > 1) write(`\nGrowth of the p99:\n\n${growthTable(rows, steady)}`);
  if (embedded.length > 0) write(`\nEmbedded:\n\n${embeddedTable(embedded)}`);
  write(`\n${machine.cores} × ${machine.cpu}; dist/bench-search.json has it all`);
}

async function benchDirectory(
  server: PreparedServer,
  services: number,
  write: (line: string) => void,
): Promise<Measured> {
  const url = await copyOf(server);
  const admin = postgres(databaseUrl(server.admin, new URL(url).pathname.slice(1)), {
    max: 1,
    onnotice: () => {},
  });
  write(`a directory of ${services.toLocaleString("en")} services is made …`);
  await fillDirectory(drizzle(admin), services);
  await admin.end();
  const database = openPostgres(url, 2);
  const installation = await install(database.db, databaseUrl(server.admin, new URL(url).pathname.slice(1)));
  const measured: Measured = { rows: [], steady: [] };
  const questions = questionsAbout(await someService(database.db));
  for (const name of questionNames) {
    const statements = await recorded(installation, url, questions[name]);
    if (measured.rows.length === 0 || name === "by id") write(told(name, statements));
    const { rows, steady } = await measure(installation, url, services, name, questions[name], statements);
    measured.rows.push(...rows);
    measured.steady.push(steady);
    write(table(rows));
  }
  await database.close();
  return measured;
}

function recorded({ platform, token }: Installation, url: string, { question }: Asked): Promise<Statement[]> {
  const { method, path, body } = question;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const request = new Request(new URL(path, platform.signing.issuer), {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  return record(platform, url, request);
}

async function measure(
  { environment, token }: Installation,
  url: string,
  services: number,
  question: QuestionName,
  asked: Asked,
  statements: Statement[],
): Promise<{ rows: Row[]; steady: SteadyRow }> {
  const ordered = { environment: { ...environment, DATABASE_URL: url }, statements };
  const service = await startServer({ kind: "service", ...ordered });
  const bare = await startServer({ kind: "bare", ...ordered });
  const client = postgres(url, { max: connections, onnotice: () => {}, connection: planning });
  const ask = caller(service.url, token);
  const askBare = caller(bare.url, undefined);
  const run = replay(client, statements);
  const sends: Record<Contender, Send> = {
    service: () => ask(asked.question),
    hono: () => askBare({ ...asked.question, path: "/" }),
    sql: run,
    naive: () => asked.naive(client),
  };
  try {
    const rows: Row[] = [];
    for (const count of callers)
      rows.push({
        services,
        question,
        callers: count,
        ...(await race(sends, count, { service, hono: bare })),
      });
    const loads: Load[] = [];
    for (let round = 0; round < rounds; round++)
      loads.push(await driveOpen(sends.service, steadyRate, steadySeconds));
    return { rows, steady: { services, question, service: middleOf(loads) } };
  } finally {
    await client.end();
    await Promise.all([service.stop(), bare.stop()]);
  }
}

/** Rounds in which every contender has its turn. */
async function race(sends: Record<Contender, Send>, count: number, servers: Servers) {
  const turns: Record<Contender, Load[]> = { service: [], hono: [], sql: [], naive: [] };
  for (let round = 0; round < rounds; round++)
    for (const contender of contenders)
      turns[contender].push(await driveClosed(sends[contender], count, seconds));
  const to = (other: Contender) =>
    median(turns.service.map(({ perSecond }, at) => perSecond / (turns[other][at]?.perSecond ?? 0)));
  return {
    service: middleOf(turns.service),
    hono: middleOf(turns.hono),
    sql: middleOf(turns.sql),
    naive: middleOf(turns.naive),
    toHono: to("hono"),
    toSql: to("sql"),
    processor: {
      service: await processorOf(servers.service, sends.service, count),
      hono: await processorOf(servers.hono, sends.hono, count),
    },
    megabytes: (await servers.service.usage()).megabytes,
  };
}

/** What a busy machine does not change: the time that the process itself works for a request. */
async function processorOf(server: Running, send: Send, count: number): Promise<number> {
  const { processor: before } = await server.usage();
  const each = 100;
  const several = async () => {
    for (let at = 0; at < each; at++) await send();
  };
  await Promise.all(Array.from({ length: count }, several));
  return ((await server.usage()).processor - before) / (each * count);
}

const told = (name: QuestionName, statements: readonly Statement[]) =>
  `${statements.length} statements of "${name}", beside begin and commit:\n${statements
    .map(({ query }) => `  ${query.replaceAll(/\s+/g, " ").slice(0, 150)}`)
    .join("\n")}`;
