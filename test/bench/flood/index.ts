import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { addClient, findOperator } from "../../../src/identity/index.ts";
import { permissions } from "../../../src/permissions.ts";
import { openPostgres } from "../../../src/platform/database/postgres.ts";
import { keyPair } from "../../world/keys.ts";
import { copyOf, databaseUrl, prepareServer } from "../../world/postgres-server.ts";
import { caller } from "../caller.ts";
import { type Installation, install } from "../installation.ts";
import { driveClosed, type Load, median, middleOf } from "../load.ts";
import { startServer } from "../processes.ts";
import { floodTable } from "../tables.ts";
import { floods, type Known, rightBody } from "./kinds.ts";
import type { FloodOrder } from "./sender.ts";

const callers = 8;
const rounds = 3;
const seconds = 3;
const connections = 256;
/** Of a flood that waits for its answers, and of one that does not. */
const patiences = { waiting: 60_000, impatient: 200 };

export interface FloodRow {
  flood: string;
  manner: keyof typeof patiences;
  /** Right sign-ins without the flood, and beside it. */
  alone: Load;
  beside: Load;
  /** The median of the rounds' ratios of throughput. */
  ratio: number;
  /** Wrong sign-ins sent, a second. */
  sent: number;
}

type Write = (line: string) => void;

/** Measures right sign-ins beside floods of wrong ones, each as many as one process can send. */
export async function benchFlood(write: Write): Promise<void> {
  const { server, stop } = await prepareServer();
  const rows: FloodRow[] = [];
  try {
    const url = await copyOf(server);
    const { db, close } = openPostgres(url, 2);
    const installation = await install(db, databaseUrl(server.admin, new URL(url).pathname.slice(1)));
    const known = await register(installation);
    const environment = { ...installation.environment, DATABASE_URL: url };
    for (const [flood, make] of Object.entries(floods))
      for (const manner of Object.keys(patiences) as (keyof typeof patiences)[]) {
        // Each begins with a service that has seen nothing yet.
        const service = await startServer({ kind: "service", environment, statements: [] });
        rows.push(await measure(service.url, known, { flood, manner, bodies: await make(known) }));
        await service.stop();
        write(floodTable(rows.slice(-1)));
      }
    await close();
  } finally {
    await stop();
  }
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? "" };
  mkdirSync("dist", { recursive: true });
  writeFileSync("dist/bench-flood.json", JSON.stringify({ ...machine, rows }, null, 2));
  const how = `${callers} callers sign in beside ${connections} connections, 8 connections to PostgreSQL, medians of ${rounds} rounds of ${seconds} s`;
  write(`\n${how}; an impatient flood waits ${patiences.impatient} ms:\n\n${floodTable(rows)}`);
  write(`\n${machine.cores} × ${machine.cpu}; dist/bench-flood.json has it all`);
}

async function register({ platform }: Installation): Promise<Known> {
  const operatorId = await findOperator(platform.db);
  const actor = {
    kind: "job" as const,
    id: operatorId,
    participantId: operatorId,
    permissions: new Set(permissions),
  };
  const { privateKey, publicKey } = await keyPair();
  const added = { name: "Bench", scopes: ["events:read" as const], publicKey };
  const { id, keys } = await addClient({ ...platform, actor }, added);
  return { issuer: platform.signing.issuer, clientId: id, kid: keys[0]?.kid ?? "", privateKey };
}

async function measure(
  url: string,
  known: Known,
  { flood, manner, bodies }: Pick<FloodRow, "flood" | "manner"> & Pick<FloodOrder, "bodies">,
): Promise<FloodRow> {
  const post = caller(url, undefined, "application/x-www-form-urlencoded");
  const signIn = async () => post({ method: "POST", path: "/oauth/token", body: await rightBody(known) });
  const [alone, beside]: [Load[], Load[]] = [[], []];
  const sent: number[] = [];
  for (let round = 0; round < rounds; round++) {
    alone.push(await driveClosed(signIn, callers, seconds));
    const end = await begin({ url, bodies, connections, patience: patiences[manner] });
    beside.push(await driveClosed(signIn, callers, seconds));
    sent.push((await end()) / seconds);
  }
  const ratios = beside.map(({ perSecond }, round) => perSecond / (alone[round]?.perSecond ?? 0));
  return {
    flood,
    manner,
    alone: middleOf(alone),
    beside: middleOf(beside),
    ratio: median(ratios),
    sent: median(sent),
  };
}

/** Begins a flood in a process of its own; ending it answers how many were sent. */
async function begin(order: FloodOrder): Promise<() => Promise<number>> {
  const child: ChildProcess = fork(new URL("./sender.ts", import.meta.url));
  child.send(order);
  await once(child, "message");
  return async () => {
    child.send("stop");
    const [sent] = await once(child, "message");
    await once(child, "exit");
    return sent as number;
  };
}
