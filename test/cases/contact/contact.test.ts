import { describe, expect } from "vitest";
import { openQuestion } from "../../handoff/make.ts";
import { test, type World } from "../../world/world.ts";

const contact = {
  name: "Marije",
  phones: [{ number: "+31 6 12345678", note: "Shared with her sister" }],
  mail: "marije@example.org",
  address: "Dorpsstraat 1\n3500 AA Utrecht",
  notes: "Moves in January",
};

async function newCase(world: World) {
  const { caseId } = await openQuestion(world);
  return { caseId, path: `/cases/${caseId}/contact` };
}

describe("a contact", () => {
  test("is read back by the case's owner, and each reading is an audit entry", async ({ world }) => {
    const { caseId, path } = await newCase(world);
    const eva = world.as(world.eva);
    expect((await eva.put(path, contact)).body).toEqual(contact);
    expect((await eva.get(path)).body).toEqual(contact);
    expect((await eva.get(path)).body).toEqual(contact);
    expect((await world.audited(world.helpline.id, caseId)).sort()).toEqual([
      "case.opened",
      "contact.changed",
      "contact.read",
      "contact.read",
    ]);
  });

  test("can be empty: a caller may stay anonymous", async ({ world }) => {
    const { path } = await newCase(world);
    expect((await world.as(world.eva).put(path, {})).body).toEqual({ phones: [] });
  });

  test("is not a colleague's, unless named in the case; and no more once left out", async ({ world }) => {
    const { caseId, path } = await newCase(world);
    const eva = world.as(world.eva);
    await eva.put(path, contact);
    const ilse = await world.member(world.helpline, "counsellor");
    const refused = { status: 403, body: { type: "/problems/case-not-shared" } };
    expect(await world.as(ilse).get(path)).toMatchObject(refused);
    expect(await world.as(ilse).put(path, contact)).toMatchObject(refused);
    expect(await world.as(ilse).send("DELETE", path)).toMatchObject(refused);

    const share = async (memberIds: unknown[]) => {
      const { headers } = await eva.get(`/cases/${caseId}/colleagues`);
      await eva.put(`/cases/${caseId}/colleagues`, { memberIds }, { "if-match": headers.get("etag") ?? "" });
    };
    await share([ilse.memberId]);
    expect((await world.as(ilse).get(path)).body).toEqual(contact);
    await share([]);
    expect(await world.as(ilse).get(path)).toMatchObject(refused);
  });

  test("is changed only by who names the revision that is current", async ({ world }) => {
    const { path } = await newCase(world);
    const eva = world.as(world.eva);
    const first = await eva.put(path, contact);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f-]{36}"$/);
    expect((await eva.get(path)).headers.get("etag")).toBe(etag);
    const renamed = { ...contact, name: "M." };
    expect(await eva.put(path, renamed)).toMatchObject({
      status: 428,
      body: { type: "/problems/version-not-named" },
    });
    const second = await eva.put(path, renamed, { "if-match": etag });
    expect(second).toMatchObject({ status: 200, body: { name: "M." } });
    expect(await eva.put(path, contact, { "if-match": etag })).toMatchObject({
      status: 412,
      body: { type: "/problems/version-outdated" },
    });
    expect((await eva.get(path)).body.name).toBe("M.");
  });

  test("written twice at once for the first time is written once", async ({ world }) => {
    const { path } = await newCase(world);
    const eva = world.as(world.eva);
    const answers = await Promise.all([eva.put(path, contact), eva.put(path, { name: "M." })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 428]);
  });

  test("that was deleted is gone, and its old revision revives nothing", async ({ world }) => {
    const { path } = await newCase(world);
    const eva = world.as(world.eva);
    const etag = (await eva.put(path, contact)).headers.get("etag") ?? "";
    expect((await eva.send("DELETE", path)).status).toBe(204);
    const gone = { status: 404, body: { type: "/problems/contact-not-found" } };
    expect(await eva.get(path)).toMatchObject(gone);
    expect(await eva.send("DELETE", path)).toMatchObject(gone);
    expect((await eva.put(path, contact, { "if-match": etag })).status).toBe(412);
  });

  test.for([
    ["/name", { name: "123456782" }],
    ["/phones/0/note", { phones: [{ number: "0612345678", note: "BSN 123.456.782" }] }],
    ["/mail", { mail: "123456782@example.org" }],
    ["/address", { address: "1234.56.782" }],
    ["/notes", { notes: "her number is 123456782." }],
  ] as const)(
    "with a citizen number in %s is refused, and the number not repeated",
    async ([pointer, body], { world }) => {
      const { path } = await newCase(world);
      const eva = world.as(world.eva);
      const answer = await eva.put(path, body);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ in: "body", pointer }] } });
      expect(answer.body.errors[0].detail).toContain("BSN");
      // Not in its random instance, which may hold any digits.
      const { instance: _, ...told } = answer.body;
      expect(JSON.stringify(told)).not.toContain("782");
      expect((await eva.get(path)).status).toBe(404);
    },
  );

  test("may hold a telephone number that looks like a citizen number", async ({ world }) => {
    const { path } = await newCase(world);
    expect((await world.as(world.eva).put(path, { phones: [{ number: "123456782" }] })).status).toBe(200);
  });
});
