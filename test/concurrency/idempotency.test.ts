import { expect } from "vitest";
import { makeReferral } from "../handoff/make.ts";
import { asParticipant } from "../walls/raw.ts";
import { test } from "../world/world.ts";

test("fifty acceptances with one key at once are one acceptance", async ({ world }) => {
  const { id, path } = await makeReferral(world, "offered");
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      world
        .as(world.noor)
        .post(
          `${path}/acceptance`,
          { name: "Noor de Wit", contact: "030-1234567" },
          { "idempotency-key": "once" },
        ),
    ),
  );
  const told = answers.filter(({ status }) => status === 200).map(({ body }) => body);
  expect(told.length).toBeGreaterThan(0);
  for (const body of told) expect(body).toEqual(told[0]);
  for (const { status, body, headers } of answers)
    if (status !== 200) {
      expect([status, body.type]).toEqual([409, "/problems/idempotency-key-busy"]);
      expect(headers.get("retry-after")).toBe("1");
    }
  const entries = await asParticipant(
    world.platform.db,
    world.bridge.id,
    `select count(*)::int as n from handreiking.audit_event
     where subject_id = '${id}' and action = 'referral.accepted'`,
  );
  expect(entries).toEqual([{ n: 1 }]);
});

test("of fifty bodies with one key at once one is done, and no other", async ({ world }) => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      world
        .as(world.eva)
        .post(
          "/cases",
          { relation: n % 2 ? "harmed" : "relative", language: "nl" },
          { "idempotency-key": "once" },
        ),
    ),
  );
  const opened = answers.filter(({ status }) => status === 201);
  expect(opened.length).toBeGreaterThan(0);
  expect(new Set(opened.map(({ body }) => body.id)).size).toBe(1);
  expect(new Set(opened.map(({ body }) => body.relation)).size).toBe(1);
  for (const { status } of answers) expect([201, 409, 422]).toContain(status);
});
