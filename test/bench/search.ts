import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import postgres from "postgres";
import { addClient, admitParticipant, findOperator } from "../../src/identity/index.ts";
import { clientKeys } from "../../src/identity/schema.ts";
import { makeKeys } from "../../src/node.ts";
import { permissions } from "../../src/permissions.ts";
import { systemClock } from "../../src/platform/clock.ts";
import type { Context, Platform } from "../../src/platform/context.ts";
import { createSecrets, fromBase64Url } from "../../src/platform/crypto.ts";
import { transact } from "../../src/platform/db.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { openPostgres } from "../../src/platform/postgres.ts";
import { createSigning } from "../../src/platform/signing.ts";
import { addDistractors } from "../directory/search/distractors.ts";
import { publicKeyOf } from "../keys.ts";
import { copyOf, databaseUrl, freePort, prepareServer } from "../postgres-server.ts";
import { drive, type Load, median } from "./load.ts";
import { record, replay, type Statement } from "./recorder.ts";
import type { Order } from "./server.ts";

const searches = { rare: "sekte", common: "gesprek met hulp van een vrijwilliger" };
const callers = [1, 8, 32];
const rounds = 3;
const seconds = 2;

export interface Row {
  services: number;
  words: keyof typeof searches;
  callers: number;
  service: Load;
  bare: Load;
  sql: Load;
  /** Medians of the rounds' ratios of throughput. */
  toBare: number;
  toSql: number;
  megabytes: number;
}

/** Search over HTTP beside bare Hono and bare SQL with the same statements, on directories of `sizes` services. */
export async function benchSearch(sizes: readonly number[], write: (line: string) => void): Promise<void> {
  const { server, stop } = await prepareServer();
  const rows: Row[] = [];
  try {
    for (const services of sizes) {
      const url = await copyOf(server);
      rows.push(...(await benchDirectory(url, server.owner, services, write)));
    }
  } finally {
    await stop();
  }
  mkdirSync("dist", { recursive: true });
  writeFileSync(
    "dist/bench-search.json",
    JSON.stringify({ cores: cpus().length, cpu: cpus()[0]?.model, rows }, null, 2),
  );
  write(`\n${table(rows)}\n(${cpus().length} cores, ${cpus()[0]?.model}; dist/bench-search.json has it all)`);
}

async function benchDirectory(url: string, owner: string, services: number, write: (line: string) => void) {
  const keys = await makeKeys();
  const port = String(await freePort());
  const environment = {
    PORT: port,
    DATABASE_URL: url,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SECRET: keys.SECRET,
    SIGNING_KEYS: JSON.stringify(keys.SIGNING_KEYS),
  };
  const database = openPostgres(url, 2);
  const platform: Platform = {
    db: database.db,
    now: systemClock,
    newId: randomIds,
    secrets: createSecrets(fromBase64Url(keys.SECRET) ?? new Uint8Array()),
    signing: await createSigning(environment.PUBLIC_URL, keys.SIGNING_KEYS),
    log: () => {},
  };
  write(`a directory of ${services.toLocaleString("en")} services is made …`);
  const tokenFor = await fill(platform, services);
  await analyze(url, owner);
  const rows: Row[] = [];
  for (const words of Object.keys(searches) as (keyof typeof searches)[]) {
    const request = () => searchRequest(environment.PUBLIC_URL, words, tokenFor);
    const statements = await record(platform, url, await request());
    if (words === "rare")
      write(`statements of a search:\n${statements.map(({ query }) => `  ${oneLine(query)}`).join("\n")}`);
    rows.push(...(await measure({ services, words, environment, statements, tokenFor, url })));
    write(table(rows.slice(-callers.length)));
  }
  await database.close();
  return rows;
}

interface Measurement {
  services: number;
  words: keyof typeof searches;
  environment: Order["environment"];
  statements: Statement[];
  tokenFor: () => Promise<string>;
  url: string;
}

async function measure({
  services,
  words,
  environment,
  statements,
  tokenFor,
  url,
}: Measurement): Promise<Row[]> {
  const service = await startServer({ kind: "service", environment, statements });
  const bare = await startServer({ kind: "bare", environment, statements });
  const client = postgres(url, { max: 8, onnotice: () => {} });
  const rows: Row[] = [];
  try {
    for (const count of callers) {
      const loads: { service: Load; bare: Load; sql: Load }[] = [];
      for (let round = 0; round < rounds; round++) {
        const asked = await searchRequest(service.url, words, tokenFor);
        const post = async () => void (await (await fetch(asked.clone())).arrayBuffer());
        const body = JSON.stringify({ words: searches[words] });
        const plain = async () =>
          void (await (await fetch(bare.url, { method: "POST", body })).arrayBuffer());
        const run = replay(client, statements);
        loads.push({
          service: await drive(post, count, seconds),
          bare: await drive(plain, count, seconds),
          sql: await drive(async () => void (await run()), count, seconds),
        });
      }
      rows.push({ services, words, callers: count, ...summary(loads), megabytes: await service.memory() });
    }
  } finally {
    await client.end();
    service.stop();
    bare.stop();
  }
  return rows;
}

function summary(loads: readonly { service: Load; bare: Load; sql: Load }[]) {
  const middle = (kind: "service" | "bare" | "sql"): Load => ({
    perSecond: median(loads.map((load) => load[kind].perSecond)),
    p50: median(loads.map((load) => load[kind].p50)),
    p99: median(loads.map((load) => load[kind].p99)),
  });
  return {
    service: middle("service"),
    bare: middle("bare"),
    sql: middle("sql"),
    toBare: median(loads.map(({ service, bare }) => service.perSecond / bare.perSecond)),
    toSql: median(loads.map(({ service, sql }) => service.perSecond / sql.perSecond)),
  };
}

/** Fills the directory, and gives whoever asks a token of a partner's system. */
async function fill(platform: Platform, services: number): Promise<() => Promise<string>> {
  const operator = await findOperator(platform.db);
  const job = (participantId: string): Context => ({
    ...platform,
    actor: { kind: "job", id: operator, participantId, permissions: new Set(permissions) },
  });
  await addDistractors(job(operator), services);
  const { id } = await admitParticipant(job(operator), { name: "Bench", reach: "api" });
  const publicKey = await publicKeyOf();
  const client = await addClient(job(id), { name: "Bench", scopes: ["directory:read"], publicKey });
  const [key] = await transact(job(id), (tx) => tx.select().from(clientKeys));
  return () => {
    const iat = Math.floor(Date.now() / 1000);
    const claims = { sub: client.id, client_id: client.id, key_id: key?.id, scope: "directory:read" };
    const audience = `${platform.signing.issuer}/v1`;
    return platform.signing.sign("at+jwt", {
      ...claims,
      aud: audience,
      jti: randomIds(),
      iat,
      exp: iat + 300,
    });
  };
}

async function searchRequest(url: string, words: keyof typeof searches, tokenFor: () => Promise<string>) {
  return new Request(`${url}/v1/service-searches`, {
    method: "POST",
    headers: { authorization: `Bearer ${await tokenFor()}`, "content-type": "application/json" },
    body: JSON.stringify({ words: searches[words] }),
  });
}

async function analyze(url: string, owner: string): Promise<void> {
  const sql = postgres(databaseUrl(owner, new URL(url).pathname.slice(1)), { max: 1, onnotice: () => {} });
  await sql`vacuum analyze`;
  await sql.end();
}

async function startServer(order: Order) {
  const child = fork(new URL("./server.ts", import.meta.url), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.send(order);
  const { url } = await answerOf<{ url: string }>(child);
  return {
    url,
    async memory() {
      child.send("memory");
      return Math.round((await answerOf<{ memory: number }>(child)).memory / 1e6);
    },
    stop: () => child.kill(),
  };
}

const answerOf = <T>(child: ChildProcess) =>
  new Promise<T>((resolve) => child.once("message", (m) => resolve(m as T)));

const oneLine = (query: string) => query.replaceAll(/\s+/g, " ").slice(0, 160);

function table(rows: readonly Row[]): string {
  const head = [
    "services",
    "words",
    "callers",
    "service/s",
    "Hono/s",
    "SQL/s",
    "÷ Hono",
    "÷ SQL",
    "p50 ms",
    "p99 ms",
    "MB",
  ];
  const cells = rows.map(({ service, bare, sql, ...row }) => [
    row.services.toLocaleString("en"),
    row.words,
    row.callers,
    Math.round(service.perSecond),
    Math.round(bare.perSecond),
    Math.round(sql.perSecond),
    row.toBare.toFixed(2),
    row.toSql.toFixed(2),
    service.p50.toFixed(1),
    service.p99.toFixed(1),
    row.megabytes,
  ]);
  return [head, head.map(() => "---"), ...cells].map((line) => `| ${line.join(" | ")} |`).join("\n");
}
