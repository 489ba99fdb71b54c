import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import openapiTypescript, { astToString } from "openapi-typescript";
import { expect, test } from "vitest";
import { permissionsReadme, withPermissions } from "../all-operations/readme-permissions.ts";
import { dumpSchema } from "./schema-dump.ts";

async function printed() {
  const command = ["--import", "./src/platform/quick-imports.ts", "src/commands/cli.ts", "openapi"];
  return (await promisify(execFile)(process.execPath, command, { maxBuffer: 2 ** 24 })).stdout;
}

test("the committed OpenAPI document is what the code says, byte for byte, every time", async () => {
  const committed = readFileSync("openapi/handreiking.json", "utf8");
  for (const document of await Promise.all([printed(), printed()])) expect(document).toBe(committed);
});

test("the typed client's contract is made from the committed document", async () => {
  const types = astToString(
    await openapiTypescript(new URL("../../openapi/handreiking.json", import.meta.url), {
      defaultNonNullable: false,
    }),
  );
  expect(readFileSync("src/client/contract.ts", "utf8")).toContain(types);
});

test("the migrations make the schema that the code declares", () => {
  const folder = mkdtempSync(join(tmpdir(), "handreiking-"));
  try {
    cpSync("drizzle", folder, { recursive: true });
    const told = execFileSync(
      "node_modules/.bin/drizzle-kit",
      ["generate", "--config", "drizzle/config.ts"],
      {
        encoding: "utf8",
        env: { ...process.env, MIGRATIONS: relative(".", folder) },
      },
    );
    expect(told).toContain("No schema changes");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("schema.sql is what the migrations and the functions make", { timeout: 120_000 }, async () => {
  expect(readFileSync("drizzle/schema.sql", "utf8")).toBe(await dumpSchema());
});

test("every migration begins with what it is for", () => {
  for (const file of readdirSync("drizzle").filter((name) => name.endsWith(".sql")))
    expect(readFileSync(join("drizzle", file), "utf8")).toMatch(/^-- .{20,}/);
});

test("the table of roles and permissions that is told is the code's", () => {
  const readme = readFileSync(permissionsReadme, "utf8");
  expect(withPermissions(readme)).toBe(readme);
});
