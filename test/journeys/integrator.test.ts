import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { linkOrganization, listOrganizations, seedDirectory } from "../../src/directory/index.ts";
import { readNodeEnvironment } from "../../src/host/env.ts";
import { type Service, startService } from "../../src/host/node.ts";
import {
  addClient,
  addMember,
  admitParticipant,
  findOperator,
  NewParticipant,
} from "../../src/identity/index.ts";
import { permissions } from "../../src/permissions.ts";
import type { Context } from "../../src/platform/context.ts";
import { ownersHand } from "../../src/platform/database/owner.ts";
import { keyPair } from "../world/keys.ts";

const run = promisify(execFile);
const project = new URL("../..", import.meta.url).pathname;
const tsc = (folder: string, ...args: string[]) =>
  run(process.execPath, [join(project, "node_modules/typescript/bin/tsc"), ...args], { cwd: folder }).catch(
    ({ stdout }) => {
      throw new Error(stdout);
    },
  );

const folder = mkdtempSync(join(tmpdir(), "handreiking-integrator-"));
let service: Service;

beforeAll(async () => {
  await build();
  cpSync(join(project, "test/integrator"), folder, { recursive: true });
  // What `npm install` would put there.
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(project, join(folder, "node_modules/handreiking"), "junction");
  symlinkSync(join(project, "node_modules/@types"), join(folder, "node_modules/@types"), "junction");
  service = await startService(readNodeEnvironment({ PORT: "0", DATA_DIR: "memory://" }), () => {});
});

afterAll(async () => {
  await service?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The package as it is published, made anew when a source of the client is younger. */
async function build(): Promise<void> {
  const builtAt = statSync(join(project, "dist/client/index.d.ts"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(join(project, "src/client"));
  if (sources.some((name) => statSync(join(project, "src/client", name)).mtimeMs > builtAt))
    await tsc(project, "--project", ".tsconfig.build.json");
}

/** A helpline and a partner with a system each, and what the program has to know of them. */
async function admitBoth({ platform: servers, url }: Service) {
  const platform = { ...servers, db: ownersHand(servers.db) };
  const operatorId = await findOperator(platform.db);
  const asJobOf = (participantId: string): Context => ({
    ...platform,
    actor: { kind: "job", id: operatorId, participantId, permissions: new Set(permissions) },
  });
  const operator = asJobOf(operatorId);
  const admit = async (name: string, sends: boolean) => {
    const partnership = { sends, receives: !sends };
    const newcomer = NewParticipant.parse({ name, reach: "api", twoPersons: false, partnership });
    const { id } = await admitParticipant(operator, newcomer);
    const { publicKey, privateJwk: privateKey } = await keyPair();
    const client = await addClient(asJobOf(id), { name: "System", scopes: [...permissions], publicKey });
    return { id, clientId: client.id, privateKey };
  };
  await seedDirectory(operator);
  const helpline = await admit("Helpline", true);
  const partner = await admit("Fier", false);
  const { items } = await listOrganizations(operator, { pageSize: 100 });
  const fier = items.find(({ name }) => name === "Fier");
  await linkOrganization(operator, fier?.id ?? "", partner.id);
  const eva = await addMember(asJobOf(helpline.id), { name: "Eva", roles: ["counsellor"] });
  return { baseUrl: url, helpline: { ...helpline, counsellorId: eva.id }, partner };
}

test("an integrator's program compiles against the package and hands over a caller", {
  timeout: 120_000,
}, async () => {
  await tsc(folder, "--project", "tsconfig.json");
  const settings = join(folder, "settings.json");
  writeFileSync(settings, JSON.stringify(await admitBoth(service)));
  const { stdout } = await run(process.execPath, [join(folder, "build/handover.js"), settings]);
  expect(stdout.trimEnd().split("\n")).toEqual([
    "found Expertise en behandeling bij geweld in afhankelijkheidsrelaties",
    expect.stringMatching(/^case [0-9A-Z]{4}-[0-9A-Z]{4}$/),
    "referral draft",
    "the partner sees referral-not-found",
    "referral offered",
    "referral acknowledged",
    "referral accepted by Noor de Wit",
    "event 1 referral.offered",
    "event 2 referral.acknowledged",
    "event 3 referral.accepted",
  ]);
});

test("the package's types need nothing of Node", { timeout: 120_000 }, () =>
  tsc(folder, "--project", "tsconfig.browser.json"),
);

test("the built client needs jose and openapi-fetch, and nothing else", () => {
  const built = join(project, "dist/client");
  const imported = readdirSync(built)
    .filter((name) => name.endsWith(".js"))
    .flatMap((name) => [
      ...readFileSync(join(built, name), "utf8").matchAll(/(?:from|import)\s*\(?"([^"]+)"/g),
    ])
    .map(([, target = ""]) => target);
  const packages = new Set(imported.filter((target) => !target.startsWith("./")));
  expect([...packages].toSorted()).toEqual(["jose", "openapi-fetch"]);
});
