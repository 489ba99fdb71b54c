import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { operations } from "../app.ts";
import { verifyAudit } from "../audit/index.ts";
import { linkOrganization, seedDirectory } from "../directory/index.ts";
import { logCrashes } from "../host/crash-log.ts";
import { EnvironmentFault, type NodeEnvironment, readNodeEnvironment } from "../host/env.ts";
import {
  makeKeys,
  type OpenPlatform,
  openPlatform,
  openPlatformAsOwner,
  startService,
} from "../host/node.ts";
import { secretInArguments, withSecretFiles } from "../host/secret-files.ts";
import {
  addClient,
  addMember,
  admitParticipant,
  findOperator,
  inviteMember,
  keepTwoPersonRule,
  NewClient,
  NewMember,
  NewParticipant,
} from "../identity/index.ts";
import { rewrapKeys } from "../intake/index.ts";
import { createDocument } from "../openapi.ts";
import { permissions } from "../permissions.ts";
import { systemClock } from "../platform/clock.ts";
import type { Context } from "../platform/context.ts";
import { migrate } from "../platform/database/migrate.ts";
import { sqlState } from "../platform/database/transact.ts";
import { Problem } from "../platform/http/problem.ts";
import { consoleLog } from "../platform/log.ts";
import { standardRates } from "../rates.ts";
import { releaseStatistics, rewrapMovementKeys, Year } from "../signals/index.ts";
import { restoreFromLedger, tellLedger } from "./restore-ledger.ts";
import { rotateSigningKeys } from "./rotate-signing-keys.ts";
import { exportAtTerminal, importAtTerminal } from "./transfer.ts";

const usage = `handreiking COMMAND

  serve                                  the service
  migrate                                brings the database up to date (MIGRATE_DATABASE_URL)
  seed                                   loads the starter directory; again changes nothing
  import FILE [--dry-run] [--keep-valid] [--source NAME]
                                         brings HSDS records into the directory and prints a report; FILE is JSON,
                                         NDJSON, or the tabular datapackage as a zip or a folder
  export FILE [--confidential]           writes the directory as NDJSON; as tables if FILE ends in .zip or /
  openapi                                prints the OpenAPI document
  keys                                   prints new keys for the environment
  keys rotate [--ahead]                  gives SIGNING_KEYS a new first key: prints them, or writes them into DATA_DIR;
                                         with --ahead it is only made known, and signs after the next rotation
  keys rewrap                            brings all data keys under the first of KEY_ENCRYPTION_KEYS
  ledger                                 reads and verifies the whole ledger, and tells how far it reaches: note the
                                         number of its last line with each backup
  restore [--through LINE] [--without LINE ...]
                                         takes away again, in a restored database, what was taken away after its
                                         backup (MIGRATE_DATABASE_URL); ends all sessions, links and feeds; refuses a
                                         ledger that ends before --through, and leaves out each --without
  audit verify [--checkpoint FILE ...] [--participant ID]
                                         hashes the audit anew and tells the first thing that is wrong; FILE holds
                                         checkpoints that were kept elsewhere
  statistics release --participant ID --year YEAR
                                         counts a closed year of a helpline, and releases what tells nobody
  admit --name NAME --reach REACH        admits a participant; REACH is api, console, link or phone
        [--sends] [--receives]           what it agrees with the network
        [--one-person]                   one person is enough for what gives power in it
  one-person --participant ID            from now on one person is enough for what gives power in it
  two-persons --participant ID           from now on it takes two
  add-member --participant ID --name NAME --role ROLE [--role ROLE]
  invite --participant ID --member ID    prints a link with which the member makes a passkey, once
  add-client --participant ID --name NAME --scope SCOPE [--scope SCOPE] --key FILE
                                         FILE holds the client's public key as a JWK
  link --organization ID --participant ID
                                         says which participant answers for an organization`;

const secretTold = secretInArguments(process.argv.slice(2));
if (secretTold) {
  process.stderr.write(`handreiking: ${secretTold}\n`);
  process.exit(2);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: "string" },
    reach: { type: "string" },
    sends: { type: "boolean", default: false },
    receives: { type: "boolean", default: false },
    participant: { type: "string" },
    "one-person": { type: "boolean", default: false },
    member: { type: "string" },
    organization: { type: "string" },
    role: { type: "string", multiple: true },
    scope: { type: "string", multiple: true },
    key: { type: "string" },
    checkpoint: { type: "string", multiple: true, default: [] },
    "dry-run": { type: "boolean", default: false },
    "keep-valid": { type: "boolean", default: false },
    source: { type: "string" },
    through: { type: "string" },
    without: { type: "string", multiple: true, default: [] },
    year: { type: "string" },
    ahead: { type: "boolean", default: false },
    confidential: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const commands: Record<string, (env: NodeEnvironment) => Promise<void>> = {
  async serve(env) {
    logCrashes(consoleLog);
    const service = await startService(env);
    say(`Handreiking listens at ${service.url}; the reference is at ${service.url}/docs`);
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => service.close().then(() => process.exit(0)));
  },
  async migrate(env) {
    if (!env.MIGRATE_DATABASE_URL) throw new EnvironmentFault("MIGRATE_DATABASE_URL: is needed to migrate");
    await migrate(env.MIGRATE_DATABASE_URL);
    say("The database is up to date.");
  },
  seed: (env) => asJob(env, undefined, seedDirectory),
  import(env) {
    const file = positionals[1] ?? missing("FILE");
    return asJob(env, undefined, async (ctx) => {
      const report = await importAtTerminal(ctx, file, {
        dryRun: values["dry-run"],
        keepValid: values["keep-valid"],
        source: values.source,
      });
      if (report.outcome === "refused") process.exitCode = 1;
      return report;
    });
  },
  export(env) {
    const file = positionals[1] ?? missing("FILE");
    return asJob(env, undefined, (ctx) => exportAtTerminal(ctx, file, values.confidential));
  },
  async openapi() {
    say(JSON.stringify(createDocument(operations, "https://handreiking.example", standardRates), null, 2));
  },
  async keys(env) {
    if (positionals[1] === "rewrap")
      return byHand(env, undefined, async (ctx) => ({
        ...(await rewrapKeys(ctx)),
        ...(await rewrapMovementKeys(ctx)),
      }));
    if (positionals[1] === "rotate") {
      say(await rotateSigningKeys(env, systemClock(), values.ahead));
      return;
    }
    for (const [name, value] of Object.entries(await makeKeys()))
      say(`${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  },
  ledger: (env) => withLedger(env, tellLedger),
  restore(env) {
    const line = (text: string) => checked(z.coerce.number().int().positive(), text);
    const through = values.through === undefined ? undefined : line(values.through);
    const without = values.without.map(line);
    return withLedger(env, async (opened) => {
      const restored = await restoreFromLedger(env, opened, { through, without });
      if (restored.failed.length > 0) process.exitCode = 1;
      return restored;
    });
  },
  audit(env) {
    if (positionals[1] !== "verify") missing("verify");
    const participantId = values.participant && participant();
    const statements = values.checkpoint.flatMap((file) => readFileSync(file, "utf8").trim().split(/\s+/));
    return asJob(env, undefined, async (ctx) => {
      const report = await verifyAudit(ctx, { participantId, statements });
      if (!report.sound) process.exitCode = 1;
      return report;
    });
  },
  statistics(env) {
    if (positionals[1] !== "release") missing("release");
    const year = checked(Year, values.year ?? missing("--year"));
    return asJob(env, participant(), (ctx) => releaseStatistics(ctx, year));
  },
  admit(env) {
    const { name, reach, sends, receives } = values;
    const agreement = sends || receives ? { partnership: { sends, receives } } : {};
    const twoPersons = !values["one-person"];
    const input = checked(NewParticipant, { name, reach, twoPersons, ...agreement });
    return byHand(env, undefined, (ctx) => admitParticipant(ctx, input));
  },
  "add-member"(env) {
    const input = checked(NewMember, { name: values.name, roles: values.role });
    return byHand(env, participant(), (ctx) => addMember(ctx, input));
  },
  invite(env) {
    const member = checked(z.uuid(), values.member ?? missing("--member"));
    return byHand(env, participant(), (ctx) => inviteMember(ctx, member));
  },
  "add-client"(env) {
    const publicKey = JSON.parse(readFileSync(values.key ?? missing("--key"), "utf8"));
    const input = checked(NewClient, { name: values.name, scopes: values.scope, publicKey });
    return byHand(env, participant(), (ctx) => addClient(ctx, input));
  },
  "one-person": (env) => byHand(env, participant(), (ctx) => keepTwoPersonRule(ctx, { required: false })),
  "two-persons": (env) => byHand(env, participant(), (ctx) => keepTwoPersonRule(ctx, { required: true })),
  link(env) {
    const organization = checked(z.uuid(), values.organization ?? missing("--organization"));
    const linked = participant();
    return byHand(env, undefined, (ctx) => linkOrganization(ctx, organization, linked));
  },
};

const participant = () => checked(z.uuid(), values.participant ?? missing("--participant"));

type Action = (ctx: Context) => Promise<unknown>;

/** Runs an action as a job of a participant, or of the network's operator, and tells its answer. */
const asJob = (env: NodeEnvironment, participantId: string | undefined, action: Action) =>
  runAsJob(openPlatform(env, addressOf(env)), participantId, action);

/** The same as the owner of the database: the operator's hand at the server, which needs no second person. */
const byHand = (env: NodeEnvironment, participantId: string | undefined, action: Action) =>
  runAsJob(openPlatformAsOwner(env, addressOf(env)), participantId, action);

const addressOf = ({ PUBLIC_URL, HOST, PORT }: NodeEnvironment) => PUBLIC_URL ?? `http://${HOST}:${PORT}`;

async function runAsJob(
  opening: Promise<OpenPlatform>,
  participantId: string | undefined,
  action: Action,
): Promise<void> {
  const { platform, close } = await opening;
  try {
    const operatorId = await findOperator(platform.db);
    const actor = {
      kind: "job" as const,
      id: operatorId,
      participantId: participantId ?? operatorId,
      permissions: new Set(permissions),
    };
    const { ledger, ...rest } = platform;
    say(JSON.stringify(await action({ ...rest, actor, operationId: positionals[0] ?? "" }), null, 2));
    await ledger?.settle();
  } finally {
    await close();
  }
}

async function withLedger(
  env: NodeEnvironment,
  action: (opened: OpenPlatform) => Promise<unknown>,
): Promise<void> {
  const opened = await openPlatform(env, env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`);
  try {
    say(JSON.stringify(await action(opened), null, 2));
  } finally {
    await opened.close();
  }
}

class UsageFault extends Error {}

function missing(option: string): never {
  throw new UsageFault(`${option} is needed`);
}

function checked<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new UsageFault(
    result.error.issues.map(({ path, message }) => `--${String(path[0] ?? "value")}: ${message}`).join("\n"),
  );
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const command = commands[positionals[0] ?? ""];
  if (values.help || !command) {
    say(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  await command(readNodeEnvironment(withSecretFiles(process.env)));
}

main().catch((error: unknown) => {
  // A database's own message carries the statement and its parameters.
  const state = sqlState(error);
  const told =
    state === "HR082"
      ? "it takes a second person; the operator's hand at the server acts alone with MIGRATE_DATABASE_URL"
      : error instanceof Problem
        ? error.definition.detail
        : state
          ? `the database refuses (${state})`
          : (error as Error).message;
  process.stderr.write(`handreiking: ${told}\n`);
  process.exitCode = error instanceof UsageFault ? 2 : 1;
});
