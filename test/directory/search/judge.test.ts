import { expect, test } from "vitest";
import { seedDirectory } from "../../../src/directory/index.ts";
import { starterRows } from "../../../src/directory/starter/rows.ts";
import { openEmbedded } from "../../../src/platform/database/embedded.ts";
import { addDistractors } from "./distractors.ts";
import { judge, operatorContext } from "./judge.ts";
import { judged, nameOf } from "./judged.ts";
import { unseen } from "./unseen.ts";

test("at least eighty sentences are judged, twenty of them set aside", () => {
  expect(judged.length).toBeGreaterThanOrEqual(80);
  expect(judged.filter(({ heldOut }) => heldOut)).toHaveLength(20);
  expect(new Set(judged.map(({ words }) => words)).size).toBe(judged.length);
});

test("every right answer is a service of the starter directory", async () => {
  const { organizations, services } = await starterRows(new Date(0));
  const names = services.map(({ name, organizationId }) => {
    const organization = organizations.find(({ id }) => id === organizationId);
    return `${organization?.name}: ${name}`;
  });
  for (const { right } of [...judged, ...unseen])
    for (const key of right) expect(names).toContain(nameOf(key));
});

test("callers' sentences find the right service among two thousand others", {
  timeout: 600_000,
}, async () => {
  const { db, close } = await openEmbedded(undefined);
  const ctx = await operatorContext(db);
  await seedDirectory(ctx);
  await addDistractors(ctx, 2000);
  const { open, heldOut } = await judge(ctx);
  await close();
  expect(open.meanReciprocalRank).toBeGreaterThan(0.8);
  expect(open.inTopThree).toBeGreaterThan(0.9);
  expect(heldOut.meanReciprocalRank).toBeGreaterThan(0.75);
  expect(heldOut.inTopThree).toBeGreaterThan(0.85);
});
