import { describe, expect } from "vitest";
import { csvLine } from "../../src/audit/export/csv.ts";
import { nen7513Fields } from "../../src/audit/export/nen7513.ts";
import { makeReferral } from "../handoff/make.ts";
import { asParticipant } from "../walls/raw.ts";
import { test, type World } from "../world/world.ts";

const officerOf = (world: World, side: "helpline" | "bridge" = "helpline") =>
  world.member(world[side], "privacy-officer");

const exported = async (world: World, query = "", side: "helpline" | "bridge" = "helpline") => {
  const { body } = await world.as(await officerOf(world, side)).get(`/audit-events/export${query}`);
  return (body as string)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, string>);
};

describe("a cell of a CSV file", () => {
  test.for(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"])(
    "is no formula: %j",
    (text) => {
      expect(csvLine([text, "x"])).toBe(`"'${text}","x"\r\n`);
    },
  );

  test("holds quotes, commas and lines as they are", () => {
    expect(csvLine(['a "b", c', "d\ne", ""])).toBe('"a ""b"", c","d\ne",""\r\n');
  });
});

describe("an export of the audit", () => {
  test("has the field names of NEN 7513, as NDJSON and as CSV", async ({ world }) => {
    const { caseId } = await makeReferral(world, "accepted");
    await world.as(world.eva).get(`/cases/${caseId}`);
    const entry = (await exported(world)).find(({ EventTypeCode }) => EventTypeCode === "case.read");
    expect(Object.keys(entry ?? {})).toEqual([...nen7513Fields]);
    expect(entry).toMatchObject({
      EventActionCode: "R",
      EventOutcomeIndicator: "0",
      UserID: world.eva.memberId,
      AlternativeUserID: world.eva.clientId,
      RoleIDCode: "counsellor",
      PurposeOfUse: "helping",
      ClientParticipantObjectID: caseId,
      ParticipantObjectDetail: "getCase",
    });
    const officer = world.as(await officerOf(world));
    const csv = await officer.get("/audit-events/export", { accept: "text/csv" });
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.headers.get("content-disposition")).toBe('attachment; filename="audit-2026-01-05.csv"');
    const lines = (csv.body as string).split("\r\n");
    expect(lines[0]).toBe(nen7513Fields.map((name) => `"${name}"`).join(","));
    expect(lines.filter((line) => line.includes('"case.read"'))).toHaveLength(1);
    const refused = await officer.get("/audit-events/export", { accept: "application/pdf" });
    expect(refused).toMatchObject({ status: 406, body: { type: "/problems/not-acceptable" } });
  });

  test("is itself an entry, and holds each entry once however many there are", async ({ world }) => {
    const { id } = world.helpline;
    await asParticipant(
      world.platform.db,
      id,
      `insert into handreiking.audit_event (id, participant_id, subject_participant_id, actor_kind, actor_id, action, subject_id, at)
        select gen_random_uuid(), '${id}', '${id}', 'job', '${id}', 'contact.read', '${id}',
          timestamptz '2026-01-04' + make_interval(secs => n / 3) from generate_series(1, 2500) as n`,
    );
    const entries = await exported(world);
    const ids = new Set(entries.map(({ EventID }) => EventID));
    expect(ids.size).toBe(entries.length);
    expect(entries.filter(({ EventTypeCode }) => EventTypeCode === "contact.read")).toHaveLength(2500);
    expect(entries.filter(({ EventTypeCode }) => EventTypeCode === "audit.exported")).toHaveLength(1);
    const some = await exported(world, "?since=2026-01-04T00:05:00Z&until=2026-01-04T00:10:00Z");
    expect(some).toHaveLength(900);
  });

  test("tells a recipient nothing of the sender's cases, and a sender none of the recipient's people", async ({
    world,
  }) => {
    const { caseId } = await makeReferral(world, "accepted");
    const received = await exported(world, "", "bridge");
    expect(received.map(({ EventTypeCode }) => EventTypeCode)).toContain("referral.accepted");
    expect(JSON.stringify(received)).not.toContain(caseId);
    const sent = await exported(world, `?caseId=${caseId}`);
    const accepted = sent.find(({ EventTypeCode }) => EventTypeCode === "referral.accepted");
    expect(accepted).toMatchObject({
      UserID: "",
      AlternativeUserID: "",
      RoleIDCode: "partner",
      AuditEnterpriseSiteID: world.bridge.id,
      ClientParticipantObjectID: caseId,
    });
    expect(JSON.stringify(sent)).not.toContain(world.noor.memberId);
  });
});
