import { expect } from "vitest";
import { openQuestion, safeContact } from "../../handoff/make.ts";
import { test, type World } from "../../world/world.ts";

async function newCase(world: World) {
  const { caseId } = await openQuestion(world);
  return { caseId, path: `/cases/${caseId}/safe-contact` };
}

test("a safe contact counts as checked for seven days after a counsellor went through it with the caller", async ({
  world,
}) => {
  const { path } = await newCase(world);
  const eva = world.as(world.eva);
  const [window] = safeContact.windows;
  const kept = await eva.put(path, { ...safeContact, whoMayAnswer: "Her sister Anna" });
  expect(kept.body).toEqual({
    ...safeContact,
    windows: [{ ...window, timeZone: "Europe/Amsterdam" }],
    whoMayAnswer: "Her sister Anna",
    stale: true,
  });
  const verified = await eva.post(`${path}/verification`);
  expect(verified.body).toMatchObject({
    verifiedAt: "2026-01-05T09:00:00.000Z",
    verifiedBy: world.eva.memberId,
    stale: false,
  });
  world.clock.time = new Date("2026-01-12T09:00:00Z");
  expect((await eva.get(path)).body.stale).toBe(false);
  world.clock.time = new Date("2026-01-12T09:00:01Z");
  expect((await eva.get(path)).body.stale).toBe(true);
});

test("a changed safe contact has not been checked", async ({ world }) => {
  const { path } = await newCase(world);
  const eva = world.as(world.eva);
  await eva.put(path, safeContact);
  const etag = (await eva.post(`${path}/verification`)).headers.get("etag") ?? "";
  expect((await eva.put(path, safeContact)).status).toBe(428);
  const changed = await eva.put(path, { ...safeContact, channel: "mail" }, { "if-match": etag });
  expect(changed.body).toMatchObject({ channel: "mail", stale: true });
  expect(changed.body).not.toHaveProperty("verifiedAt");
});

test("readings and checks of a safe contact are audit entries, a repeated check is one", async ({
  world,
}) => {
  const { caseId, path } = await newCase(world);
  const eva = world.as(world.eva);
  expect((await eva.post(`${path}/verification`)).status).toBe(404);
  await eva.put(path, safeContact);
  const headers = { "idempotency-key": "check" };
  for (let time = 0; time < 2; time++)
    expect((await eva.post(`${path}/verification`, undefined, headers)).status).toBe(200);
  const entries = await world.audited(world.helpline.id, caseId);
  expect(entries.filter((entry) => entry === "safe-contact.verified")).toHaveLength(1);
  expect(entries.filter((entry) => entry === "safe-contact.read")).toHaveLength(2);
});

test.for([
  ["/windows", { windows: [] }],
  ["/windows/0/from", { windows: [{ weekday: "monday", from: "24:00", to: "12:00" }] }],
  ["/windows/0/to", { windows: [{ weekday: "monday", from: "10:00", to: "9:00" }] }],
  ["/windows/0/timeZone", { windows: [{ weekday: "monday", from: "10:00", to: "12:00", timeZone: "Here" }] }],
  [
    "/windows/0/timeZone",
    { windows: [{ weekday: "monday", from: "10:00", to: "12:00", timeZone: "+01:00" }] },
  ],
  ["/whoMayAnswer", { whoMayAnswer: "123456782" }],
  ["/ifAnotherAnswers", { ifAnotherAnswers: "ask for 123456782" }],
] as const)("a safe contact with a wrong %s is refused", async ([pointer, wrong], { world }) => {
  const { path } = await newCase(world);
  expect(await world.as(world.eva).put(path, { ...safeContact, ...wrong })).toMatchObject({
    status: 400,
    body: { errors: [{ in: "body", pointer }] },
  });
});
