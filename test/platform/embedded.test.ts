import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { expect, inject, test } from "vitest";
import { findOperator } from "../../src/identity/index.ts";
import { openEmbedded } from "../../src/platform/database/embedded.ts";
import { lockFolder } from "../../src/platform/database/folder-lock.ts";

/** Opens the folder as another process does, in a container of its own or not, and keeps it until it is killed. */
async function holder(folder: string, ...within: string[]): Promise<ChildProcess> {
  const script = `import("${pathToFileURL(resolve("src/platform/database/folder-lock.ts"))}")
    .then(({ lockFolder }) => { lockFolder(${JSON.stringify(folder)}); console.log("taken"); setInterval(() => {}, 1000); });`;
  const [command = "", ...options] = [...within, process.execPath, "--input-type=module", "-e", script];
  const child = spawn(command, options, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  let told = "";
  child.stderr?.on("data", (text) => (told += text));
  await Promise.race([
    once(child.stdout as Readable, "data"),
    once(child, "exit").then(() => Promise.reject(new Error(told))),
  ]);
  return child;
}

/** Nothing is let go of in an orderly way. */
async function killed(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  process.kill(-(child.pid as number), "SIGKILL");
  await exited;
}

const inFolder = test.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads which fixtures are wanted from the pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "handreiking-"));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

inFolder(
  "a data folder is open in one process at a time, and a second one names the first",
  async ({ folder }) => {
    const other = await holder(folder);
    await expect(openEmbedded(folder)).rejects.toThrow(
      new RegExp(`process ${other.pid} on ${hostname()}, since 20.*, already has this folder open`),
    );
    // Whoever died with the folder open does not keep it.
    await killed(other);
    const first = await openEmbedded(folder, new Blob([readFileSync(inject("snapshot") ?? "")]));
    await expect(openEmbedded(folder)).rejects.toThrow(`process ${process.pid} on`);
    await expect(holder(folder)).rejects.toThrow("already has this folder open");
    const operator = await findOperator(first.db);
    await first.close();

    const again = await openEmbedded(folder);
    expect(await findOperator(again.db)).toBe(operator);
    await again.close();
  },
);

const apart = ["unshare", "--user", "--map-root-user", "--pid", "--fork", "--kill-child", "--mount-proc"];
const canBeApart = spawnSync(apart[0] as string, [...apart.slice(1), "true"]).status === 0;

inFolder.runIf(canBeApart)(
  "between containers that share it too, which number their processes alike",
  async ({ folder }) => {
    const inside = await holder(folder, ...apart);
    // By its own count it is the first: a number that here is always another's.
    expect(JSON.parse(readFileSync(join(folder, "lock"), "utf8"))).toMatchObject({ pid: 1 });
    await expect(holder(folder, ...apart)).rejects.toThrow("already has this folder open");
    expect(() => lockFolder(folder)).toThrow("process 1 on");
    await killed(inside);
    // The kernel ends what is inside only then.
    await expect.poll(() => lockFolder(folder)).toBeTypeOf("function");
  },
);

inFolder("what a holder left written says nothing of whether it is held", ({ folder }) => {
  for (const left of ["", "{", "null", String(process.ppid), '{"pid":1}']) {
    writeFileSync(join(folder, "lock"), left);
    const unlock = lockFolder(folder);
    writeFileSync(join(folder, "lock"), left);
    expect(() => lockFolder(folder)).toThrow("already has this folder open");
    unlock();
  }
});

inFolder("a folder that cannot be locked is not opened", ({ folder }) => {
  mkdirSync(join(folder, "lock.db"));
  expect(() => lockFolder(folder)).toThrow("cannot be locked");
});

test.each(["memory:", "memory:/", "file:///data", "idb://data", "postgres://127.0.0.1/data"])(
  "%s is no data folder, and none is made of it",
  async (address) => {
    await expect(openEmbedded(address)).rejects.toThrow("DATA_DIR: must be a folder");
    expect(existsSync(address)).toBe(false);
  },
);
