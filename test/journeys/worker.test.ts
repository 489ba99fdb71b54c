import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linkOrganization } from "../../src/directory/index.ts";
import { readNodeEnvironment } from "../../src/host/env.ts";
import { makeKeys, startService } from "../../src/host/node.ts";
import { addClient } from "../../src/identity/index.ts";
import { mails } from "../../src/intake/schema.ts";
import { permissions } from "../../src/permissions.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { someMail } from "../intake/mail/samples.ts";
import { keyPair } from "../world/keys.ts";
import { createWorld, type Person, type World } from "../world/world.ts";
import { type Credentials, type Parties, playHandoff, signIn } from "./handoff-journey.ts";

let databaseUrl: string;
let parties: Parties;
let connectionsBefore: number;
let world: World;
const keys = await makeKeys();
const secrets = {
  SECRET: keys.SECRET,
  SIGNING_KEYS: JSON.stringify(keys.SIGNING_KEYS),
  KEY_ENCRYPTION_KEYS: JSON.stringify(keys.KEY_ENCRYPTION_KEYS),
};

beforeAll(async () => {
  world = await createWorld();
  if (!world.database.url) throw new Error("a PostgreSQL server is needed");
  databaseUrl = world.database.url;
  world.clock.time = new Date();
  const serviceId = await linkService(world);
  parties = {
    helpline: await credentialsFor(world, world.eva),
    partner: { ...(await credentialsFor(world, world.noor)), participantId: world.bridge.id, serviceId },
  };
  connectionsBefore = await connections();
});

/** Lets De Brug answer for an organization of the starter directory. */
async function linkService(world: World): Promise<string> {
  const search = { words: "behandeling na misbruik, uitbuiting of eergerelateerd geweld" };
  const { body } = await world.as(world.noor).post("/service-searches", search);
  const { id, organization } = body.items[0].service;
  await linkOrganization(world.job(world.operator.id), organization.id, world.bridge.id);
  return id;
}

/** A system of the member's participant, with a key that the test holds. */
async function credentialsFor(world: World, { participantId, memberId = "" }: Person): Promise<Credentials> {
  const { privateKey, publicKey } = await keyPair();
  const kid = "journey";
  const { id } = await addClient(world.hand(participantId), {
    name: "System",
    scopes: [...permissions],
    publicKey: { ...publicKey, kid },
  });
  return { clientId: id, kid, privateKey, memberId };
}

test("the main job runs on Node", async () => {
  const variables = { ...secrets, PORT: "0", DATABASE_URL: databaseUrl };
  const service = await startService(readNodeEnvironment(variables), () => {});
  try {
    await playHandoff(service.url, parties);
  } finally {
    await service.close();
  }
});

describe("on Workers", { timeout: 60_000 }, () => {
  let worker: Worker;
  beforeAll(async () => {
    worker = await startWorker();
  });
  afterAll(() => worker?.stop());

  test("the main job runs as on Node", () => playHandoff(worker.url, parties));

  test("a mail that comes in is taken, once, and its sender is told nothing", async () => {
    const { job, helpline } = world;
    const mail = someMail("Bel mij alstublieft niet thuis.");
    const handler = `${worker.url}/cdn-cgi/handler/email?from=marije@example.org&to=hulp@helplijn.example`;
    const deliver = async () => (await fetch(handler, { method: "POST", body: mail })).status;
    expect([await deliver(), await deliver()]).toEqual([200, 200]);
    const taken = await transact(job(helpline.id), (tx) => tx.select().from(mails));
    expect(taken).toMatchObject([{ kind: "message", added: false }]);
    expect(worker.told()).not.toMatch(/reject|reply|forward|thuis|Marije/i);
  });

  test("requests share no connection, and none outlives its request", async () => {
    const caller = await signIn(worker.url, parties.helpline);
    const read = async () => expect(await caller.get("/services?pageSize=5")).toMatchObject({ status: 200 });
    for (let count = 0; count < 50; count++) await read();
    await Promise.all(Array.from({ length: 20 }, read));
    await expect.poll(connections, { timeout: 10_000 }).toBe(connectionsBefore);
    expect(worker.told()).not.toMatch(/different request|will never generate|uncaught|"failure"/i);
  });
});

async function connections(): Promise<number> {
  const sql = postgres(databaseUrl, { max: 1 });
  const [open] = await sql`select count(*)::int from pg_stat_activity where datname = current_database()`;
  await sql.end();
  return open?.count;
}

interface Worker {
  url: string;
  /** Everything that it and its runtime have printed. */
  told(): string;
  stop(): Promise<void>;
}

/** worker.ts as `wrangler dev` runs it, without network, on the file's database in place of Hyperdrive. */
async function startWorker(): Promise<Worker> {
  const folder = mkdtempSync(join(tmpdir(), "handreiking-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  // No file of secrets, and none that lies in the checkout.
  const flags = { ip: "127.0.0.1", port, "inspector-port": 0, "env-file": devNull, "persist-to": folder };
  const given = [`--var=PUBLIC_URL:${url}`, `--var=MAIL_PARTICIPANT:${world.helpline.id}`];
  const options = [...Object.entries(flags).map((flag) => `--${flag.join("=")}`), ...given];
  const database = { CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: databaseUrl };
  const wrangler = fork(wranglerPath(), ["dev", ...options], {
    cwd: dirname(dirname(import.meta.dirname)),
    env: { ...process.env, ...quiet(folder), ...secrets, ...database },
    execArgv: ["--import", endWithParent],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let told = "";
  for (const stream of [wrangler.stdout, wrangler.stderr]) stream?.on("data", (text) => (told += text));
  const stop = async () => {
    await end(wrangler);
    rmSync(folder, { recursive: true, force: true });
  };
  const ready = once(wrangler, "message", { signal: AbortSignal.timeout(90_000) });
  const failed = once(wrangler, "exit").then(() => Promise.reject(new Error("it ended")));
  try {
    await Promise.race([ready, failed]);
  } catch (cause) {
    await stop();
    throw new Error(`wrangler dev did not start:\n${told}`, { cause });
  }
  return { url, told: () => told, stop };
}

const wranglerPath = () => {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve("wrangler/package.json")), "bin/wrangler.js");
};

/** However the test ends: killed, it cannot stop anything any more. */
const endWithParent =
  "data:text/javascript,process.once('disconnect',()=>process.kill(process.pid,'SIGTERM'))";

const quiet = (folder: string) => ({
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_HIDE_BANNER: "true",
  XDG_CONFIG_HOME: folder,
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
});

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
