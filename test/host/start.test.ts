import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { readNodeEnvironment } from "../../src/host/env.ts";
import { makeKeys, startService } from "../../src/host/node.ts";
import { secretInArguments, withSecretFiles } from "../../src/host/secret-files.ts";
import { randomIds } from "../../src/platform/ids.ts";

const folder = () => mkdtempSync(join(tmpdir(), "handreiking-"));

const refusalOf = (variables: Record<string, string>) =>
  startService(readNodeEnvironment({ PORT: "0", ...variables }), () => {}).then(
    async ({ close }) => {
      await close();
      return "started";
    },
    (error: Error) => error.message,
  );

const asText = ({ SECRET, SIGNING_KEYS, KEY_ENCRYPTION_KEYS }: Awaited<ReturnType<typeof makeKeys>>) => ({
  SECRET,
  SIGNING_KEYS: JSON.stringify(SIGNING_KEYS),
  KEY_ENCRYPTION_KEYS: JSON.stringify(KEY_ENCRYPTION_KEYS),
});

describe("the service does not start", () => {
  test("with the embedded database beyond this machine, unless that is wanted in so many words", async () => {
    for (const HOST of ["0.0.0.0", "::", "192.0.2.1"])
      expect(await refusalOf({ HOST, DATA_DIR: "memory://" })).toContain("EMBEDDED_BEYOND_LOOPBACK");
  });

  test("beyond this machine without an address of its own", async () => {
    const wanted = { HOST: "0.0.0.0", DATA_DIR: "memory://", EMBEDDED_BEYOND_LOOPBACK: "true" };
    expect(await refusalOf(wanted)).toContain("PUBLIC_URL: is needed");
  });

  test("on a server with the keys of the embedded database", async () => {
    const DATA_DIR = folder();
    const [kept, made] = [await makeKeys(), await makeKeys()];
    writeFileSync(join(DATA_DIR, "keys.json"), JSON.stringify(kept));
    const onServer = { DATA_DIR, DATABASE_URL: "postgres://handreiking@127.0.0.1:1/none" };
    for (const name of ["SECRET", "SIGNING_KEYS", "KEY_ENCRYPTION_KEYS"] as const) {
      const told = await refusalOf({ ...onServer, ...asText(made), [name]: asText(kept)[name] });
      expect(told).toBe(`${name}: is that of the embedded database in DATA_DIR; make a new one`);
    }
  });

  test("to look into the mailbox of nobody", async () => {
    const mailbox = {
      DATA_DIR: "memory://",
      MAILBOX_URL: "imap://hulp@127.0.0.1:1/INBOX",
      MAILBOX_PASSWORD: "geheim",
      MAIL_PARTICIPANT: randomIds(),
    };
    const wanted = "MAIL_PARTICIPANT: must be the id of a participant of this service";
    expect(await refusalOf(mailbox)).toBe(wanted);
  });
});

describe("a secret", () => {
  test("is read from the file that is named", () => {
    const file = join(folder(), "secret");
    writeFileSync(file, "  kept apart\n");
    expect(withSecretFiles({ SECRET_FILE: file, PORT: "1" })).toMatchObject({
      SECRET: "kept apart",
      PORT: "1",
    });
    const others = ["SIGNING_KEYS", "KEY_ENCRYPTION_KEYS", "DATABASE_URL", "MIGRATE_DATABASE_URL"];
    for (const name of [...others, "MAILBOX_PASSWORD"])
      expect(withSecretFiles({ [`${name}_FILE`]: file, [name]: "" })[name]).toBe("kept apart");
  });

  test("is given once, and in a file that is there", () => {
    expect(() => withSecretFiles({ SECRET_FILE: "/nowhere/marker" })).toThrow(
      /^SECRET_FILE: must name a file that can be read$/,
    );
    expect(() => withSecretFiles({ SECRET_FILE: "/nowhere/marker", SECRET: "marker" })).toThrow(
      /^SECRET_FILE: SECRET is given too: take one of them$/,
    );
  });

  test.each([
    ["--secret=marker"],
    ["--secret", "marker"],
    ["SECRET=marker"],
    ["--signing-keys", "marker"],
    ["--key-encryption-keys=marker"],
    ["KEY_ENCRYPTION_KEYS=marker"],
    ["--database-url", "marker"],
    ["MIGRATE_DATABASE_URL=marker"],
    ["postgres://somebody:marker@host/db"],
    ['{"kty":"oct","k":"marker"}'],
    ['[{"kty":"OKP", "d": "marker"}]'],
  ])("given as an argument is refused: %s", (...given) => {
    const told = secretInArguments(["serve", ...given]);
    expect(told).toContain("never from arguments");
    expect(told).not.toContain("marker");
  });

  test("is not seen in what other arguments hold", () => {
    for (const given of [
      ["serve"],
      ["add-client", "--key", "public.json", "--name", "Secretariat"],
      ["keys"],
    ])
      expect(secretInArguments(given)).toBeUndefined();
  });

  test("given to the command ends it before anything is opened", async () => {
    const started = promisify(execFile)(process.execPath, ["src/commands/cli.ts", "serve", "SECRET=marker"]);
    await expect(started).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("never from arguments"),
    });
  });
});

test("a failure that nobody caught is told by its name alone", async () => {
  const program = `
    import { logCrashes } from "./src/host/crash-log.ts";
    import { consoleLog } from "./src/platform/log.ts";
    logCrashes(consoleLog);
    Promise.reject(new RangeError("marker"));
    setTimeout(() => { throw new TypeError("marker"); });`;
  const run = promisify(execFile)(process.execPath, ["--input-type=module-typescript", "--eval", program]);
  const { code, stdout, stderr } = await run.then(
    () => ({ code: 0, stdout: "", stderr: "" }),
    (error) => error,
  );
  expect(code).toBe(1);
  const lines = stdout
    .trim()
    .split("\n")
    .map((line: string) => JSON.parse(line));
  expect(lines).toMatchObject([
    { operationId: "unhandledRejection", failure: "RangeError" },
    { operationId: "uncaughtException", failure: "TypeError" },
  ]);
  expect(stdout + stderr).not.toContain("marker");
});
