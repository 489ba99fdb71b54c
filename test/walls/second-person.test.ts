import { describe, expect } from "vitest";
import { randomIds } from "../../src/platform/ids.ts";
import { type Two, twoAdministrators, twoCoordinators } from "../identity/proposals/two.ts";
import { askAsOwner } from "../world/database.ts";
import { test, type World } from "../world/world.ts";
import { rawHand } from "./hand.ts";
import { asParticipant, outcome } from "./raw.ts";

const now = "'2026-01-05T09:00:00Z'";
const jwk = `'{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}'`;

const entry = (of: string, action: string, subject: string, kind = "member", actor = of) =>
  `insert into handreiking.audit_event
    (id, participant_id, subject_participant_id, actor_kind, actor_id, action, subject_id, at)
  values ('${randomIds()}', '${of}', '${of}', '${kind}', '${actor}', '${action}', '${subject}', ${now})`;

interface Change {
  kind: string;
  subject: string;
  content: object;
  /** Whose records they are and what is done to them. */
  of: string;
  statement: string;
}

const addMember = (of: string, roles = "{administrator}"): Change => {
  const id = randomIds();
  return {
    kind: "add-member",
    subject: id,
    content: { name: "Piet", roles: ["administrator"] },
    of,
    statement: `insert into handreiking.member (id, participant_id, name, roles, added_at)
      values ('${id}', '${of}', 'Piet', '${roles}', ${now})`,
  };
};

const propose = (of: string, { kind, content, subject }: Change, by: Two, id: string) => [
  `insert into handreiking.proposal (id, participant_id, kind, subject_id, content, proposed_by, proposed_at, expires_at)
    values ('${id}', '${of}', '${kind}', '${subject}', '${JSON.stringify(content)}', '${by.jan.memberId}', ${now}, '2026-01-19')`,
  entry(of, "proposal.made", id),
];

/** The hand of whoever confirms, beside whoever proposed. */
const handOf = (id: string, by: string | undefined) =>
  rawHand(id, by).replace("'{}'", `array[(select proposed_by from handreiking.proposal where id = '${id}')]`);

const decide = (of: string, by: string | undefined, id: string, decision = "confirmed") => [
  ...(decision === "confirmed" ? [handOf(id, by)] : []),
  `update handreiking.proposal set decision = '${decision}', decided_by = '${by}', decided_at = ${now} where id = '${id}'`,
  entry(of, `proposal.${decision}`, id),
];

const run = (world: World, of: string, ...statements: string[]) =>
  outcome(asParticipant(world.platform.db, of, ...statements));

/** What each change gives, tried as the service's login. */
async function changesOf(world: World, two: Two): Promise<Change[]> {
  const { id: of, clientId } = two.participant;
  const member = (await world.member(two.participant, "intake")).memberId ?? "";
  await world.as(two.jan).put(`/members/${member}/suspension`);
  const keyId = randomIds();
  const system = randomIds();
  const scopes = ["members"];
  const publicKey = JSON.parse(jwk.slice(1, -1));
  const update = (table: string, change: string, id: string) =>
    `update handreiking.${table} set ${change} where id = '${id}'`;
  return [
    addMember(of),
    {
      kind: "change-member",
      subject: member,
      content: { name: "Piet", roles: ["intake", "administrator"] },
      of,
      statement: update("member", "roles = '{intake,administrator}'", member),
    },
    {
      kind: "reinstate-member",
      subject: member,
      content: {},
      of,
      statement: update("member", "suspended_at = null", member),
    },
    {
      kind: "add-client",
      subject: system,
      content: { name: "System", scopes },
      of,
      statement: `insert into handreiking.client (id, participant_id, name, scopes, added_at)
        values ('${system}', '${of}', 'System', '{members}', ${now})`,
    },
    {
      kind: "add-client-key",
      subject: clientId,
      content: { publicKey },
      of,
      statement: `insert into handreiking.client_key (id, participant_id, client_id, kid, jwk, added_at)
        values ('${randomIds()}', '${of}', '${clientId}', 'next', ${jwk}, ${now})`,
    },
    {
      kind: "add-participant-key",
      subject: keyId,
      content: { use: "sig", publicKey },
      of,
      statement: `insert into handreiking.participant_key (id, participant_id, use, kid, jwk, added_at, expires_at)
        values ('${keyId}', '${of}', 'sig', 'next', ${jwk}, ${now}, '2027-01-05')`,
    },
    {
      kind: "keep-identity-provider",
      subject: of,
      content: { issuer: "https://inloggen.example.org" },
      of,
      statement: `insert into handreiking.identity_provider
        values ('${of}', 'https://inloggen.example.org', 'a', 'none', '{}', 'sub', '{}', '{}', null, '[]', false)`,
    },
    {
      kind: "link-member",
      subject: member,
      content: { expected: "piet" },
      of,
      statement: `insert into handreiking.member_identity values ('${member}', '${of}', 'piet')`,
    },
    {
      kind: "end-two-persons",
      subject: of,
      content: {},
      of,
      statement: "select handreiking.require_two_persons(false)",
    },
  ];
}

/** The same at the network's operator. */
async function networkChanges(world: World, two: Two): Promise<Change[]> {
  const of = two.participant.id;
  const haven = (await world.participant("De Haven", { receives: false })).id;
  const closed = (await world.participant("Gesloten")).id;
  await world.as(two.jan).put(`/participants/${closed}/suspension`, { suspended: true });
  const newcomer = randomIds();
  return [
    {
      kind: "agree-partnership",
      subject: haven,
      content: { sends: false, receives: true },
      of,
      statement: `update handreiking.partnership set receives = true where participant_id = '${haven}'`,
    },
    {
      kind: "readmit-participant",
      subject: closed,
      content: {},
      of,
      statement: `update handreiking.participant set suspended_at = null where id = '${closed}'`,
    },
    {
      kind: "admit-participant",
      subject: newcomer,
      content: {},
      of,
      statement: `insert into handreiking.participant (id, name, reach, joined_at)
        values ('${newcomer}', 'Nieuw', 'api', ${now})`,
    },
  ];
}

describe("what gives power, by raw statements of the service's login", () => {
  test("needs a proposal that another person confirmed in the same transaction", async ({ world }) => {
    const administrators = await twoAdministrators(world);
    const coordinators = await twoCoordinators(world);
    try {
      const all = [
        ...(await changesOf(world, administrators)).map((change) => ({ change, two: administrators })),
        ...(await networkChanges(world, coordinators)).map((change) => ({ change, two: coordinators })),
      ];
      for (const { change, two } of all) {
        const { of, kind, statement } = change;
        expect({ kind, is: await run(world, of, statement) }).toEqual({ kind, is: "HR082" });
        const id = randomIds();
        expect(await run(world, of, ...propose(of, change, two, id))).toBe("committed");
        expect({ kind, is: await run(world, of, statement) }).toEqual({ kind, is: "HR082" });
        const confirming = decide(of, two.marije.memberId, id);
        const other = { ...change, kind: kind === "add-member" ? "change-member" : "add-member" };
        const otherId = randomIds();
        await run(world, of, ...propose(of, other, two, otherId));
        const byOther = [...decide(of, two.marije.memberId, otherId), statement];
        expect({ kind, is: await run(world, of, ...byOther) }).toEqual({ kind, is: "HR082" });
        expect({ kind, is: await run(world, of, ...confirming, statement) }).toEqual({
          kind,
          is: "committed",
        });
      }
    } finally {
      await coordinators.release();
    }
  });

  test("is no more than what was proposed, and no later than it was confirmed", async ({ world }) => {
    const two = await twoAdministrators(world);
    const of = two.participant.id;
    const more = addMember(of, "{administrator,counsellor}");
    const id = randomIds();
    await run(world, of, ...propose(of, more, two, id));
    const confirming = decide(of, two.marije.memberId, id);
    expect(await run(world, of, ...confirming, more.statement)).toBe("HR082");
    expect(await run(world, of, ...confirming)).toBe("committed");
    expect(
      await run(world, of, more.statement.replace("{administrator,counsellor}", "{administrator}")),
    ).toBe("HR082");
  });

  test("is given by no entry that the login writes itself, and by the owner's hand alone", async ({
    world,
  }) => {
    const two = await twoAdministrators(world);
    const of = two.participant.id;
    const change = addMember(of);
    for (const told of [
      entry(of, "member.added", change.subject, "job"),
      entry(of, "participant.admitted", of, "job"),
      entry(of, "two-persons.ended", of, "job"),
    ])
      expect(await run(world, of, change.statement, told)).toBe("HR082");
    const ending = "select handreiking.require_two_persons(false)";
    expect(await run(world, of, ending, entry(of, "two-persons.ended", of, "job"))).toBe("HR082");
    // On the embedded database, whose one login owns the tables, it is the role that is set which keeps from it.
    if (world.database.url)
      for (const role of ["set local role none", "set local session authorization default"])
        expect(await run(world, of, role, change.statement)).toBe("HR082");
    await askAsOwner(world.database, change.statement);
  });

  test("comes with a provider only for the roles that two persons read there", async ({ world }) => {
    const two = await twoAdministrators(world);
    const of = two.participant.id;
    const kept = (mapping: string, adds: boolean) => `insert into handreiking.identity_provider
      values ('${of}', 'https://inloggen.example.org', 'a', 'none', '{}', 'sub', '{}', '{}', 'groups', '${mapping}', ${adds})`;
    const roleMapping = [{ value: "staff", roles: ["intake"] }];
    const content = {
      issuer: "https://inloggen.example.org",
      roleClaim: "groups",
      roleMapping,
      addsMembers: true,
    };
    const change = { kind: "keep-identity-provider", subject: of, content, of, statement: "" };
    const id = randomIds();
    expect(await run(world, of, ...propose(of, change, two, id))).toBe("committed");
    const confirming = decide(of, two.marije.memberId, id);
    const wider = JSON.stringify([{ value: "staff", roles: ["administrator"] }]);
    expect(await run(world, of, ...confirming, kept(wider, true))).toBe("HR082");
    expect(await run(world, of, ...confirming, kept(JSON.stringify(roleMapping), true))).toBe("committed");
    const joining = (role: string) => {
      const member = randomIds();
      return [
        `insert into handreiking.member (id, participant_id, name, roles, added_at)
          values ('${member}', '${of}', 'Piet', '{${role}}', ${now})`,
        `insert into handreiking.member_identity values ('${member}', '${of}', '${member}', 'https://inloggen.example.org', '${member}', ${now})`,
      ];
    };
    expect(await run(world, of, ...joining("administrator"))).toBe("HR082");
    expect(await run(world, of, joining("intake")[0] ?? "")).toBe("HR082");
    expect(await run(world, of, ...joining("intake"))).toBe("committed");
  });

  test("does not come by a proposal of the same transaction, nor by who may not act", async ({ world }) => {
    const two = await twoAdministrators(world);
    const of = two.participant.id;
    const [at, after] = [addMember(of), addMember(of)];
    const [id, later] = [randomIds(), randomIds()];
    const atOnce = [...propose(of, at, two, id), ...decide(of, two.marije.memberId, id), at.statement];
    expect(await run(world, of, ...atOnce)).toBe("HR082");
    // The hand of a part of the transaction is none of the whole.
    expect(await run(world, of, "savepoint part", ...atOnce)).toBe("HR127");
    await run(world, of, ...propose(of, after, two, later));
    await world.as(two.jan).put(`/members/${two.marije.memberId}/suspension`);
    const bySuspended = [...decide(of, two.marije.memberId, later), after.statement];
    expect(await run(world, of, ...bySuspended)).toBe("HR125");
  });

  test("comes with an admission as far as that was proposed, and not to who is there already", async ({
    world,
  }) => {
    const two = await twoCoordinators(world);
    const of = two.participant.id;
    const newcomer = randomIds();
    const admission: Change = {
      kind: "admit-participant",
      subject: newcomer,
      content: { administrator: { name: "Piet", roles: ["administrator"] } },
      of,
      statement: `insert into handreiking.participant (id, name, reach, joined_at)
        values ('${newcomer}', 'Nieuw', 'api', ${now})`,
    };
    const acting = `select set_config('handreiking.participant', '${newcomer}', true)`;
    try {
      const id = randomIds();
      expect(await run(world, of, ...propose(of, admission, two, id))).toBe("committed");
      const admit = [...decide(of, two.marije.memberId, id), admission.statement, acting];
      const [first, second] = [addMember(newcomer), addMember(newcomer)];
      const more = addMember(newcomer, "{administrator,counsellor}");
      expect(await run(world, of, ...admit, more.statement)).toBe("HR082");
      expect(await run(world, of, ...admit, first.statement, second.statement)).toBe("HR082");
      const phone = admission.statement.replace("'api'", "'phone'");
      expect(await run(world, of, phone, acting, first.statement)).toBe("HR082");
      expect(await run(world, of, ...admit, first.statement)).toBe("committed");
      const told = entry(newcomer, "participant.admitted", newcomer);
      expect(await run(world, newcomer, told, second.statement)).toBe("HR082");
    } finally {
      await two.release();
    }
  });

  test("comes back or lives longer as a key by nobody's proposal", async ({ world }) => {
    const { participant } = await twoAdministrators(world);
    const { id: of, clientId } = participant;
    const revoke = `update handreiking.client_key set revoked_at = ${now} where client_id = '${clientId}'`;
    const renew = `update handreiking.client_key set revoked_at = null where client_id = '${clientId}'`;
    expect(await run(world, of, revoke)).toBe("committed");
    expect(await run(world, of, renew)).toBe("HR082");
  });

  test("is free where one person is enough", async ({ world }) => {
    expect(await run(world, world.helpline.id, addMember(world.helpline.id).statement)).toBe("committed");
  });
});

describe("a proposal, by raw statements of the service's login", () => {
  const proposed = async (world: World) => {
    const two = await twoAdministrators(world);
    const { id: of } = two.participant;
    const [change, id] = [addMember(of), randomIds()];
    await run(world, of, ...propose(of, change, two, id));
    return { two, of, id, change };
  };

  test("is confirmed by another than its proposer, and not through the same system", async ({ world }) => {
    const { two, of, id, change } = await proposed(world);
    expect(await run(world, of, ...decide(of, two.jan.memberId, id))).toBe("23514");
    const { clientId } = two.participant;
    const [by, second] = [randomIds(), two.marije.memberId];
    const [made = "", told = ""] = propose(of, change, two, by);
    const throughSystem = made
      .replace("proposed_by,", "proposed_by, proposed_through,")
      .replace(`'${two.jan.memberId}'`, `'${two.jan.memberId}', '${clientId}'`);
    expect(await run(world, of, throughSystem, told)).toBe("committed");
    const confirming = decide(of, second, by).map((one) =>
      one.replace("decided_at =", `decided_through = '${clientId}', decided_at =`),
    );
    expect(await run(world, of, ...confirming)).toBe("23514");
    expect(await run(world, of, ...decide(of, second, by))).toBe("committed");
    expect(await run(world, of, ...decide(of, world.eva.memberId, id))).toBe("23503");
    expect(await run(world, of, ...decide(of, two.jan.memberId, id, "rejected"))).toBe("23514");
    expect(await run(world, of, ...decide(of, two.jan.memberId, id, "withdrawn"))).toBe("committed");
  });

  test("is decided once, and never made decided", async ({ world }) => {
    const { two, of, id, change } = await proposed(world);
    const [made = "", told = ""] = propose(of, change, two, randomIds());
    const decided = made
      .replace("expires_at)", "expires_at, decision, decided_by, decided_at)")
      .replace("'2026-01-19')", `'2026-01-19', 'confirmed', '${two.marije.memberId}', ${now})`);
    expect(await run(world, of, decided, told)).toBe("HR080");
    expect(await run(world, of, ...decide(of, two.marije.memberId, id, "rejected"))).toBe("committed");
    expect(await run(world, of, ...decide(of, two.marije.memberId, id))).toBe("HR080");
  });

  test("keeps what it was about, is told in the audit, and stays", async ({ world }) => {
    const { two, of, id, change } = await proposed(world);
    const content = `update handreiking.proposal set content = '{}' where id = '${id}'`;
    expect(await run(world, of, content)).toBe("42501");
    expect(await run(world, of, `delete from handreiking.proposal where id = '${id}'`)).toBe("42501");
    expect(await run(world, of, ...decide(of, two.marije.memberId, id).slice(0, 2))).toBe("HR081");
    expect(await run(world, of, propose(of, change, two, randomIds())[0] ?? "")).toBe("HR081");
  });

  test("is confirmed before it expires", async ({ world }) => {
    const { two, of, id } = await proposed(world);
    const late = decide(of, two.marije.memberId, id).map((one) => one.replaceAll(now, "'2026-01-19'"));
    expect(await run(world, of, ...late)).toBe("23514");
  });
});
