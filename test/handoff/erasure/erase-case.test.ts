import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { rows } from "../../../src/platform/database/transact.ts";
import { rawEntry } from "../../walls/moves.ts";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { type Person, test, type World } from "../../world/world.ts";
import { keepSafe, later, makeByPhone, makeReferral, openQuestion } from "../make.ts";
import { everythingInACase } from "./everything.ts";

/** In which tables the helpline finds rows of a case, by the columns that name what hangs on it. */
async function tablesHolding(world: World, ids: Record<string, string>): Promise<string[]> {
  const columns = await rows<{ table: string; column: string }>(
    world.platform.db,
    sql`select format('%I.%I', nspname, relname) as "table", attname as "column"
      from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
      where nspname in ('handreiking', 'keys') and relkind in ('r', 'p') and atttypid = 'uuid'::regtype
        and attnum > 0 and not attisdropped and has_column_privilege(pg_class.oid, attnum, 'select') order by relname, attname`,
  );
  const holding = new Set<string>();
  for (const { table, column } of columns) {
    const list = Object.values(ids).map((id) => `'${id}'`);
    const found = await asParticipant(
      world.platform.db,
      world.helpline.id,
      `select 1 from ${table} where ${column} in (${list}) limit 1`,
    );
    if (found.length > 0) holding.add(table.replace("handreiking.", "").replaceAll('"', ""));
  }
  return [...holding].sort();
}

/** The types of what a person's feed tells of a record. */
async function toldOf(world: World, person: Person, subjectId: string): Promise<string[]> {
  const { items } = (await world.as(person).get("/events?pageSize=100")).body;
  return items
    .filter((event: { subjectId: string }) => event.subjectId === subjectId)
    .map(({ type }: { type: string }) => type);
}

describe("an erased case", () => {
  test("leaves ids in audit, feed, obligation and ledger, and nothing in any other table", async ({
    world,
  }) => {
    const { id, caseId, questionId, consentId, path, erase } = await everythingInACase(world);
    await world.as(world.noor).get(`${path}/disclosure`);
    const ids = { id, caseId, questionId, consentId };
    // The control: it stood in every table that can name a case, a question, a consent or a referral.
    expect(await tablesHolding(world, ids)).toEqual([
      "appointment",
      "audit_event",
      "callback_request",
      "case",
      "case_access",
      "case_contact",
      "case_note",
      "case_take_over",
      "code_word",
      "consent",
      "consent_receipt",
      "conversation",
      "conversation_addition",
      "disclosure",
      "event",
      "help_question",
      "help_question_change",
      "keys.case_key",
      "keys.disclosure_key",
      "override",
      "referral",
      "reporting_step",
      "safe_contact",
    ]);
    const { status, body } = await erase();
    expect({ status, removed: body.removed }).toEqual({
      status: 200,
      removed: {
        helpQuestions: 2,
        consents: 1,
        overrides: 1,
        referrals: 1,
        notes: 1,
        conversations: 1,
        requests: 1,
      },
    });
    expect(await tablesHolding(world, ids)).toEqual(["audit_event", "erasure", "event", "obligation"]);
  });

  test("is not there for anybody, and neither is its code", async ({ world }) => {
    const { casePath, path, consentId, erase } = await everythingInACase(world);
    const eva = world.as(world.eva);
    const { code } = (await eva.get(casePath)).body;
    await erase();
    for (const gone of [casePath, `${casePath}/contact`, `${casePath}/notes`, path])
      expect((await eva.get(gone)).status, gone).toBe(404);
    expect((await eva.post(`/consents/${consentId}/withdrawal`)).status).toBe(404);
    expect((await eva.post("/case-lookups", { code })).status).toBe(404);
    expect((await world.as(world.noor).get(path)).status).toBe(404);
    expect((await world.as(world.noor).get(`${path}/disclosure`)).status).toBe(404);
  });

  test("is withdrawn from a partner first, which owes an answer to what it fetched and can give it", async ({
    world,
  }) => {
    const { id, path, erase } = await everythingInACase(world);
    const noor = world.as(world.noor);
    await noor.get(`${path}/disclosure`);
    await erase();
    expect(await toldOf(world, world.noor, id)).toContain("referral.withdrawn");
    const owed = (await noor.get("/obligations?direction=owing")).body.items;
    expect(owed.map((obligation: { id: string }) => obligation.id)).toEqual([id]);
    const met = await noor.post(`/obligations/${id}/fulfilment`, { endedAs: "deleted", function: "intake" });
    expect(met.status).toBe(200);
    expect(await toldOf(world, world.eva, id)).toContain("obligation.met");
  });

  test("obliges whoever knows the caller from a completed handoff, unless it just grew old", async ({
    world,
  }) => {
    const [asked, aged] = [
      await everythingInACase(world, "completed"),
      await everythingInACase(world, "completed"),
    ];
    await asked.erase("caller-request");
    await aged.erase("retention");
    const owed = (await world.as(world.eva).get("/obligations?direction=owed&standing=false")).body.items;
    expect(owed.map((obligation: { id: string }) => obligation.id)).toEqual([asked.id]);
  });

  test.for(["draft", "offered", "accepted", "connected", "declined"] as const)(
    "can be erased while its referral is %s",
    async (state, { world }) => {
      const { caseId, erase } = await everythingInACase(world, state);
      expect((await erase()).status).toBe(200);
      expect(await world.audited(world.helpline.id, caseId)).toContain("case.erased");
    },
  );

  test("stays erased: once more answers the same, with a key or without, and whoever asks for another", async ({
    world,
  }) => {
    const { erase } = await everythingInACase(world, "offered");
    const first = await erase("caller-request", { "idempotency-key": "once" });
    expect((await erase("caller-request", { "idempotency-key": "once" })).body).toEqual(first.body);
    expect((await erase("mistake")).body).toEqual(first.body);
  });

  test("takes nothing of another case of the same helpline", async ({ world }) => {
    const kept = await makeReferral(world, "offered");
    const { erase } = await everythingInACase(world, "offered");
    await erase();
    expect((await world.as(world.eva).get(kept.path)).body.state).toBe("offered");
    expect((await world.as(world.eva).get(`/cases/${kept.caseId}`)).body.consents).toHaveLength(1);
  });

  test("leaves it to the privacy officer that a partner without a login deletes what it was told", async ({
    world,
  }) => {
    const { id, caseId, path } = await makeByPhone(world);
    const eva = world.as(world.eva);
    const by = { name: "Noor de Wit", function: "intake" };
    await eva.post(`${path}/spoken-answers`, {
      answer: "accepted",
      by: { ...by, contact: "030-1234567" },
    });
    await keepSafe(world, caseId);
    const fixed = await eva.post(`${path}/introduction`, {
      at: later(world, { days: 1, hours: 1 }).toISOString(),
      channel: "three-way-call",
      disclosure: { method: "spoken", categories: ["contact"], to: by },
    });
    expect(fixed.status).toBe(200);
    const officer = world.as(await world.member(world.helpline, "privacy-officer"));
    expect((await officer.get("/tasks")).body.items).toEqual([]);
    await officer.post(`/cases/${caseId}/erasure`, { reason: "caller-request" });
    expect((await officer.get("/tasks")).body.items).toMatchObject([
      { kind: "unanswered-obligation", subjectId: id, why: "case-erased" },
    ]);
  });
});

describe("in the database itself", () => {
  test("nobody but the case's own participant erases it, and nobody changes the ledger", async ({
    world,
  }) => {
    const { caseId } = await openQuestion(world);
    const { db } = world.platform;
    const erase = `select handreiking.erase_case('${caseId}', 'mistake', '2026-01-05')`;
    const { id: elsewhere } = world.elsewhere;
    const entry = rawEntry(elsewhere, elsewhere, "case.erased", caseId, world.clock.time);
    expect(await outcome(asParticipant(db, elsewhere, erase))).toBe("HR143");
    expect(await outcome(asParticipant(db, elsewhere, erase, entry))).toBe("committed");
    expect((await world.as(world.eva).get(`/cases/${caseId}`)).status).toBe(200);
    expect(await outcome(asParticipant(db, undefined, erase))).toBe("23502");
    for (const change of [
      `update handreiking.erasure set reason = 'retention'`,
      "delete from handreiking.erasure",
      `insert into handreiking.erasure values ('${world.elsewhere.id}', '${caseId}', 'mistake', '2026-01-05', '{}')`,
      `delete from handreiking."case" where id = '${caseId}'`,
    ])
      expect(await outcome(asParticipant(db, world.elsewhere.id, change)), change).toBe("42501");
  });

  test("a case with a live referral is not erased from under its recipient", async ({ world }) => {
    const { caseId } = await makeReferral(world, "offered");
    const erase = `select handreiking.erase_case('${caseId}', 'mistake', '2026-01-05')`;
    expect(await outcome(asParticipant(world.platform.db, world.helpline.id, erase))).toBe("HR071");
  });

  test("an event names no referral that is not one between the two", async ({ world }) => {
    const { id } = await makeReferral(world, "draft");
    const { helpline, bridge, elsewhere } = world;
    const event = (to: string) => `insert into handreiking.event
      (id, participant_id, type, subject_id, at, referral_id, sender_id, recipient_id)
      values (gen_random_uuid(), '${to}', 'referral.offered', '${id}', '2026-01-05', '${id}', '${helpline.id}', '${to}')`;
    // And even then only what an entry of the same transaction tells.
    const { db } = world.platform;
    expect(await outcome(asParticipant(db, helpline.id, event(elsewhere.id)))).toBe("23503");
    expect(await outcome(asParticipant(db, helpline.id, event(bridge.id)))).toBe("HR141");
  });
});
