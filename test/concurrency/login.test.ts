import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { makeKeys } from "../../src/host/node.ts";
import { checkLogin, openPostgres } from "../../src/platform/database/postgres.ts";
import { askAsOwner, ownerUrl, testDatabase } from "../world/database.ts";
import { databaseUrl } from "../world/postgres-server.ts";

/** The worker's database, as another login sees it. */
async function as(login: string | undefined): Promise<string> {
  const database = await testDatabase();
  const { url = "" } = database;
  return login ? databaseUrl(login, new URL(url).pathname.slice(1)) : url;
}

async function verdict(url: string): Promise<string> {
  const { db, close } = openPostgres(url, 1);
  return checkLogin(db)
    .then(
      () => "accepted",
      (error: Error) => error.message,
    )
    .finally(close);
}

test("the service starts with its own login, and with no owner's, no superuser's and no stranger's", async () => {
  const server = inject("server");
  expect(await verdict(await as(undefined))).toBe("accepted");
  expect(await verdict(await as(server?.owner))).toContain("a login of its own");
  expect(await verdict(await as(server?.admin))).toContain("a login of its own");

  const admin = postgres(server?.admin ?? "", { max: 1, onnotice: () => {} });
  const login = async (name: string, options: string) => {
    await admin.unsafe(`drop role if exists ${name}`);
    await admin.unsafe(`create role ${name} login password '${name}' ${options}`);
    const url = new URL(server?.admin ?? "");
    [url.username, url.password] = [name, name];
    return as(url.href);
  };
  expect(
    await verdict(await login("handreiking_test_bypass", "bypassrls in role handreiking_app")),
  ).toContain("above");
  expect(await verdict(await login("handreiking_test_stranger", ""))).toContain("not a member");
  await admin.unsafe("drop role handreiking_test_bypass, handreiking_test_stranger");
  await admin.end();
});

const quick = "./src/platform/quick-imports.ts";

test("the command line seeds, exports and imports with the service's login, and admits with the owner's alone", {
  timeout: 120_000,
}, async () => {
  const database = await testDatabase();
  const { url = "" } = database;
  const { SECRET, SIGNING_KEYS, KEY_ENCRYPTION_KEYS } = await makeKeys();
  const runAs = (byHand: boolean, ...command: string[]) =>
    JSON.parse(
      execFileSync(process.execPath, ["--import", quick, "src/commands/cli.ts", ...command], {
        encoding: "utf8",
        env: {
          ...process.env,
          DATABASE_URL: url,
          MIGRATE_DATABASE_URL: byHand ? ownerUrl(database) : "",
          PUBLIC_URL: "https://handreiking.example",
          SECRET,
          SIGNING_KEYS: JSON.stringify(SIGNING_KEYS),
          KEY_ENCRYPTION_KEYS: JSON.stringify(KEY_ENCRYPTION_KEYS),
        },
      }),
    );
  const run = (...command: string[]) => runAs(false, ...command);
  expect(run("seed").services).toBeGreaterThan(30);
  const two = (wanted: boolean) =>
    askAsOwner(database, `update handreiking.participant set two_persons = ${wanted} where operator`);
  await two(true);
  const admission = ["admit", "--name", "Wegwijzer", "--reach", "console", "--receives"];
  expect(() => run(...admission)).toThrow("MIGRATE_DATABASE_URL");
  const admitted = runAs(true, ...admission);
  expect(admitted).toMatchObject({
    name: "Wegwijzer",
    reach: "console",
    partnership: { sends: false, receives: true },
  });
  const copy = join(mkdtempSync(join(tmpdir(), "handreiking-")), "directory.ndjson");
  expect(run("export", copy)).toEqual({ file: copy });
  expect(run("import", copy)).toMatchObject({ outcome: "imported", changed: 0, entries: [] });
  const member = runAs(
    true,
    "add-member",
    "--participant",
    admitted.id,
    "--name",
    "Noor",
    "--role",
    "administrator",
  );
  expect(member.roles).toEqual(["administrator"]);
  await two(false);
});
