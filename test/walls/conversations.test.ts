import { describe, expect } from "vitest";
import { openQuestion } from "../handoff/make.ts";
import { aCounsellor, aRequest, plan } from "../intake/appointments/make.ts";
import { nameIn, talk } from "../intake/conversations/make.ts";
import { sharingTest as test, type World } from "../world/world.ts";
import { asParticipant, outcome } from "./raw.ts";

const asHelpline = (world: World, ...statements: string[]) =>
  outcome(asParticipant(world.platform.db, world.helpline.id, ...statements));
const at = "'2026-01-05T09:00:00Z'";

const aConversation = (world: World, caseId: string, more: Record<string, string> = {}) => {
  const row: Record<string, string> = {
    id: "gen_random_uuid()",
    participant_id: `'${world.helpline.id}'`,
    case_id: `'${caseId}'`,
    counsellor_id: `'${world.eva.memberId}'`,
    started_at: at,
    minutes: "10",
    channel: "'phone'",
    topics: "'{}'",
    outcome: "'listened'",
    recorded_at: at,
    ...more,
  };
  return `insert into handreiking.conversation (${Object.keys(row)}) values (${Object.values(row)})`;
};

const aStep = (
  world: World,
  caseId: string,
  id: string,
  step: string,
  decision: string,
  reason = "'other'",
) =>
  `insert into handreiking.reporting_step (id, participant_id, case_id, conversation_id, step, decision, reason, decided_by, at)
    values (gen_random_uuid(), '${world.helpline.id}', '${caseId}', '${id}', '${step}', '${decision}', ${reason},
      '${world.eva.memberId}', ${at})`;

describe("the service's own login cannot commit", () => {
  test("a conversation that is changed or taken away, and neither what was added or decided", async ({
    world,
  }) => {
    for (const table of ["conversation", "conversation_addition", "reporting_step", "help_question_change"]) {
      expect(await asHelpline(world, `update handreiking.${table} set id = id`), table).toBe("42501");
      expect(await asHelpline(world, `delete from handreiking.${table}`), table).toBe("42501");
    }
  });

  test("a chart that is no code", async ({ world }) => {
    const { caseId } = await openQuestion(world);
    for (const [column, value] of [
      ["topics", "'{her brother}'"],
      ["harmed", "'Marije'"],
      ["since", "'since her wedding'"],
      ["going_on", "'perhaps'"],
      ["minors_involved", "'two'"],
      ["nature", "'evil'"],
      ["dependence", "'{Marije}'"],
      ["danger_signs", "'{shotgun}'"],
      ["steps_due_at", at],
    ] as const)
      expect(await asHelpline(world, aConversation(world, caseId, { [column]: value })), column).toBe(
        "23514",
      );
    const signs = { danger_signs: "'{stalking}'" };
    expect(await asHelpline(world, aConversation(world, caseId, signs))).toBe("23514");
    expect(await asHelpline(world, aConversation(world, caseId, { ...signs, steps_due_at: at }))).toBe(
      "committed",
    );
  });

  test("a conversation of an appointment that is another's, or was not held", async ({ world }) => {
    const { caseId } = await openQuestion(world);
    const { body } = await plan(world, await aCounsellor(world), { requestId: await aRequest(world) });
    const held = `update handreiking.appointment set state = 'held', ended_at = ${at} where id = '${body.id}'`;
    const named = aConversation(world, caseId, { appointment_id: `'${body.id}'` });
    expect(await asHelpline(world, named)).toBe("HR304");
    expect(await asHelpline(world, held, named)).toBe("HR304");
  });

  test("a step without danger signs, out of turn, of another case or without its reason", async ({
    world,
  }) => {
    const { caseId } = await openQuestion(world);
    const calm = await talk(world, caseId, world.eva, { dangerSigns: [] });
    const id = await talk(world, caseId);
    const other = (await openQuestion(world)).caseId;
    const step = (of: string, ...rest: [string, string, string?]) =>
      asHelpline(world, aStep(world, caseId, of, ...rest));
    expect(await step(calm, "map-signals", "signals-mapped")).toBe("HR305");
    expect(await step(id, "consult", "colleague-consulted")).toBe("HR306");
    expect(await step(id, "map-signals", "not-possible", "null")).toBe("23514");
    expect(await step(id, "map-signals", "signals-mapped", "null")).toBe("committed");
    expect(await step(id, "consult", "colleague-consulted")).toBe("committed");
    expect(await step(id, "decide", "report")).toBe("HR306");
    const stray = aStep(world, other, id, "map-signals", "signals-mapped");
    expect(await asHelpline(world, stray)).toBe("23503");
  });

  test("a help question framed in another case's conversation, or that becomes one about something else", async ({
    world,
  }) => {
    const { caseId, questionId } = await openQuestion(world);
    const elsewhere = await talk(world, (await openQuestion(world)).caseId);
    const insert = `insert into handreiking.help_question
      (id, participant_id, case_id, domain, topics, owner_id, added_at, conversation_id, changed_at)
      values (gen_random_uuid(), '${world.helpline.id}', '${caseId}', 'care', '{manipulation}',
        '${world.eva.memberId}', ${at}, '${elsewhere}', ${at})`;
    expect(await asHelpline(world, insert)).toBe("23503");
    for (const set of ["domain = 'legal'", "topics = '{fraud}'", "sealed = 'x'", "case_id = case_id"])
      expect(
        await asHelpline(world, `update handreiking.help_question set ${set} where id = '${questionId}'`),
        set,
      ).toBe("42501");
  });
});

describe("whoever sees to a case or a help question", () => {
  const own = (table: string, id: string, memberId: string | undefined) =>
    `update handreiking.${table} set owner_id = '${memberId}' where id = '${id}'`;

  test("reads its case, also after a raw change, and is not suspended", async ({ world }) => {
    const { caseId, questionId } = await openQuestion(world);
    const [ilse, jan] = [
      await world.member(world.helpline, "counsellor"),
      await world.member(world.helpline, "counsellor"),
    ];
    expect(await asHelpline(world, own("help_question", questionId, ilse.memberId))).toBe("HR301");
    await nameIn(world, caseId, [ilse, jan]);
    expect(await asHelpline(world, own("help_question", questionId, ilse.memberId))).toBe("committed");
    const unname = `delete from handreiking.case_access where case_id = '${caseId}' and member_id = '${ilse.memberId}'`;
    expect(await asHelpline(world, unname)).toBe("HR301");
    // The case moves on, and Eva's other questions would be left behind.
    await world.as(world.eva).put(`/help-questions/${questionId}/owner`, { ownerId: world.eva.memberId });
    expect(await asHelpline(world, own('"case"', caseId, jan.memberId))).toBe("HR301");
    const administrator = await world.member(world.helpline, "administrator");
    await world.as(administrator).put(`/members/${jan.memberId}/suspension`);
    expect(await asHelpline(world, own('"case"', caseId, jan.memberId))).toBe("HR300");
    expect(await asHelpline(world, own("help_question", questionId, jan.memberId))).toBe("HR300");
  });

  test("answers a hand-over once, in time, and it is written down as it was", async ({ world }) => {
    const { caseId } = await openQuestion(world);
    const ilse = await world.member(world.helpline, "counsellor");
    const { body } = await world
      .as(world.eva)
      .post(`/cases/${caseId}/hand-overs`, { toId: ilse.memberId, reason: "workload" });
    const answer = (as: string, when: string) =>
      asHelpline(
        world,
        `update handreiking.case_take_over set answer = '${as}', answered_at = '${when}' where id = '${body.id}'`,
      );
    expect(await answer("returned", "2026-02-01")).toBe("HR302");
    expect(await answer("perhaps", "2026-01-06")).toBe("23514");
    expect(await answer("accepted", "2026-01-06")).toBe("committed");
    expect(await answer("returned", "2026-01-06")).toBe("HR302");
    const rewrite = `update handreiking.case_take_over set reason = 'workload' where id = '${body.id}'`;
    expect(await asHelpline(world, rewrite)).toBe("42501");
  });

  test("covers another, for no longer than three months, and a cover is not stretched or begun anew", async ({
    world,
  }) => {
    const ilse = await world.member(world.helpline, "counsellor");
    const cover = (by: string | undefined, until: string) =>
      `insert into handreiking.cover (id, participant_id, member_id, covered_by, starts_at, ends_at, arranged_by, arranged_at)
        values (gen_random_uuid(), '${world.helpline.id}', '${world.eva.memberId}', '${by}', ${at}, '${until}',
          '${world.eva.memberId}', ${at})`;
    expect(await asHelpline(world, cover(world.eva.memberId, "2026-01-06"))).toBe("23514");
    expect(await asHelpline(world, cover(ilse.memberId, "2026-05-06"))).toBe("23514");
    expect(await asHelpline(world, cover(world.noor.memberId, "2026-01-06"))).toBe("23503");
    expect(await asHelpline(world, cover(ilse.memberId, "2026-01-06"))).toBe("committed");
    for (const set of ["ends_at = '2027-01-01'", "covered_by = member_id", "starts_at = starts_at"])
      expect(await asHelpline(world, `update handreiking.cover set ${set}`), set).toBe("42501");
    expect(await asHelpline(world, `update handreiking.cover set ended_at = ${at}`)).toBe("committed");
    expect(await asHelpline(world, "update handreiking.cover set ended_at = null")).toBe("HR303");
  });
});
