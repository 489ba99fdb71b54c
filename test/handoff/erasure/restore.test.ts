import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createApp } from "../../../src/app.ts";
import { readNodeEnvironment } from "../../../src/env.ts";
import { readLedger } from "../../../src/handoff/index.ts";
import { keepLedger, requireErased, restoreLedger } from "../../../src/ledger.ts";
import { startService } from "../../../src/node.ts";
import type { Database } from "../../../src/platform/context.ts";
import { createWorld, issuer, type Person, type World } from "../../world.ts";
import { databaseToBackUp } from "./backup.ts";
import { everythingInACase } from "./everything.ts";

const newFile = () => join(mkdtempSync(join(tmpdir(), "ledger-")), "ledger.ndjson");

/** The world's people at the service on another of its databases: the status and body of what they ask. */
function serviceOn(world: World, db: Database) {
  const app = createApp({ ...world.platform, db }, { rates: {} });
  return async (person: Person, method: string, path: string, body?: object) => {
    const answer = await app.request(`${issuer}/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await world.tokenOf(person)}`,
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };
}

describe("a backup older than an erasure", () => {
  test("does not bring the person back", async () => {
    const database = await databaseToBackUp();
    const world = await createWorld(database);
    const { id, casePath, path, officer } = await everythingInACase(world);
    await world.as(world.noor).get(`${path}/disclosure`);
    const { live, restored } = await database.backUp();
    const [now, then] = [serviceOn(world, live.db), serviceOn(world, restored.db)];
    const ledger = newFile();

    expect((await now(officer, "POST", `${casePath}/erasure`, { reason: "caller-request" })).status).toBe(
      200,
    );
    expect(await keepLedger(live, ledger)).toEqual({ erasures: 1, added: 1 });
    // The control: without the ledger the person is back.
    expect((await then(world.eva, "GET", `${casePath}/contact`)).body.name).toBe("Marije");
    expect((await then(world.noor, "GET", `${path}/disclosure`)).status).toBe(200);

    await expect(requireErased(restored, ledger)).rejects.toThrow("ERASURE_LEDGER");
    await requireErased(live, ledger);
    // What the restored database knows takes nothing from the ledger.
    expect(await keepLedger(restored, ledger)).toEqual({ erasures: 1, added: 0 });

    const job = { ...world.job(world.operator.id), db: restored.db };
    expect(await restoreLedger(job, ledger)).toEqual({ known: 0, erased: 1 });
    expect(await restoreLedger(job, ledger)).toEqual({ known: 1, erased: 0 });
    await requireErased(restored, ledger);
    for (const gone of [casePath, `${casePath}/contact`, `${casePath}/notes`])
      expect((await then(world.eva, "GET", gone)).status, gone).toBe(404);
    expect((await then(world.noor, "GET", `${path}/disclosure`)).status).toBe(404);
    const owed = (await then(world.noor, "GET", "/obligations?direction=owing")).body.items;
    expect(owed.map((obligation: { id: string }) => obligation.id)).toEqual([id]);
    await live.close();
    await restored.close();
  });
});

describe("the ledger's file", () => {
  const entry = {
    caseId: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11",
    participantId: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
    reason: "caller-request",
    erasedAt: "2026-01-05T09:00:00.000Z",
  };

  test("keeps the service from starting on a database that does not know of all of it", async () => {
    const ledger = newFile();
    writeFileSync(ledger, `${JSON.stringify(entry)}\n`);
    const variables = { DATA_DIR: "memory://", PORT: "0", ERASURE_LEDGER: ledger };
    await expect(startService(readNodeEnvironment(variables), () => {})).rejects.toThrow(
      "ERASURE_LEDGER: the database does not know of 1 of its erasures",
    );
  });

  test("is refused where a line is no entry, by the line's number and without the line", () => {
    const lines = `${JSON.stringify(entry)}\n\n{"caseId":"mirror"}\n`;
    expect(() => readLedger(lines)).toThrow(/^line 3 is no entry of a ledger of erasures$/);
    expect(readLedger(`${JSON.stringify(entry)}\n`)).toEqual([entry]);
  });

  test("that is not there is not taken for an empty one", async () => {
    const world = await createWorld();
    await expect(requireErased(world.platform, newFile())).rejects.toThrow("cannot be read");
  });

  test("holds ids, reason and time, and nothing else", async () => {
    const world = await createWorld();
    const { caseId, erase } = await everythingInACase(world, "offered");
    await erase();
    const ledger = newFile();
    await keepLedger(world.platform, ledger);
    const own = readFileSync(ledger, "utf8")
      .split("\n")
      .filter((line) => line.includes(caseId));
    expect(own.map((line) => JSON.parse(line))).toEqual([
      {
        caseId,
        participantId: world.helpline.id,
        reason: "caller-request",
        erasedAt: "2026-01-05T09:00:00.000Z",
      },
    ]);
  });
});
