import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { findOperator } from "../../src/identity/index.ts";
import { openEmbedded } from "../../src/platform/embedded.ts";

test("a data folder is open in one process at a time, and a second one names the first", async () => {
  const folder = mkdtempSync(join(tmpdir(), "handreiking-"));
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  try {
    writeFileSync(join(folder, "lock"), String(other.pid));
    await expect(openEmbedded(folder)).rejects.toThrow(`process ${other.pid} already has this folder open`);

    // Whoever died with the folder open does not keep it.
    await new Promise((resolve) => other.once("exit", resolve).kill());
    const first = await openEmbedded(folder, new Blob([readFileSync(inject("snapshot") ?? "")]));
    expect(readFileSync(join(folder, "lock"), "utf8")).toBe(String(process.pid));
    await expect(openEmbedded(folder)).rejects.toThrow("already has this folder open");
    const operator = await findOperator(first.db);
    await first.close();

    const again = await openEmbedded(folder);
    expect(await findOperator(again.db)).toBe(operator);
    await again.close();
  } finally {
    other.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each(["memory:", "memory:/", "file:///data", "idb://data", "postgres://127.0.0.1/data"])(
  "%s is no data folder, and none is made of it",
  async (address) => {
    await expect(openEmbedded(address)).rejects.toThrow("DATA_DIR: must be a folder");
    expect(existsSync(address)).toBe(false);
  },
);
