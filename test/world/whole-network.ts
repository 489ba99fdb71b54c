import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { runImports } from "../../src/directory/index.ts";
import { inviteMember } from "../../src/identity/index.ts";
import { usedAssertions, usedProofs } from "../../src/identity/schema.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { alikePair, aProposal, newPhrase } from "../all-operations/samples.ts";
import { receivingKey } from "../client/disclosure/sealing.ts";
import { tagOf } from "../directory/editing.ts";
import { importFile } from "../directory/import/files.ts";
import { id, organization, service } from "../directory/import/records.ts";
import {
  fillCase,
  makeByPhone,
  makeEmergency,
  makeOverride,
  makeReferral,
  openQuestion,
} from "../handoff/make.ts";
import { keepPasskey } from "../identity/passkeys/samples.ts";
import { planOnce } from "../intake/appointments/samples.ts";
import { talk, today } from "../intake/conversations/make.ts";
import { fillMailbox } from "../intake/mail/samples.ts";
import { openForm, takeOne } from "../intake/samples.ts";
import { anArticle, published } from "../knowledge/make.ts";
import { aMovement, aSignal } from "../signals/make.ts";
import { askAsOwner } from "./database.ts";
import type { Answer, Person, World } from "./world.ts";

/** A network in which everything has happened once: no table of it is empty. Its clock has moved on. */
export async function playNetwork(world: World) {
  const ilse = await world.member(world.helpline, "counsellor");
  const marije = await world.member(world.helpline, "privacy-officer");
  const coordinator = await world.member(world.operator, "coordinator");
  await fillDirectory(world);
  await keepDirectory(world);
  await shareKnowledge(world);
  await signIn(world, ilse);
  await aProposal(world);
  const shared = { relation: "harmed", language: "nl", colleagueIds: [ilse.memberId] };
  await done(world.as(world.eva).post("/cases", shared));
  const connected = await makeReferral(world, "connected");
  const scheduled = await makeReferral(world, "scheduled");
  await tell(world, scheduled.caseId, scheduled.consentId);
  await done(
    world.as(ilse).post(`/cases/${scheduled.caseId}/take-over`, { reason: "owner-absent" }),
    world.as(world.noor).get(`${scheduled.path}/disclosure`),
  );
  const ended = await makeReferral(world, "scheduled");
  await done(world.as(world.noor).get(`${ended.path}/disclosure`));
  await done(world.as(world.eva).post(`/consents/${ended.consentId}/withdrawal`));
  await takeOne(world);
  await openForm(world);
  await fillMailbox(world);
  await done(world.as(marije).post("/audit-checkpoints"));
  await keepSignals(world, ilse);
  const { caseId: erased } = await openQuestion(world);
  await done(world.as(marije).post(`/cases/${erased}/erasure`, { reason: "mistake" }));
  await sufferOnce(world, ended.id, ended.questionId);
  const override = await makeOverride(world);
  const { id: called } = await makeEmergency(world);
  await done(
    world.as(world.eva).post(`/overrides/${override.id}/requests`, {}),
    world.as(await world.signIn(ilse)).post(`/emergencies/${called}/review`, { finding: "right" }),
  );
  await release(world);
  const phoned = await makeByPhone(world);
  await planOnce(world);
  await talkOnce(world, ilse);
  await world.platform.db.execute(sql`select handreiking.seal_ledger(500)`);
  return { ilse, marije, coordinator, connected, scheduled, ended, override, phoned };
}

/** A coordinator lets somebody act alone again. */
async function release(world: World): Promise<void> {
  const coordinator = await world.signIn(await world.member(world.helpline, "coordinator"));
  await done(world.as(coordinator).post(`/members/${world.eva.memberId}/override-release`));
}

/** A partner that was suspended, and an ending that its question could not be told of. */
async function sufferOnce(world: World, referralId: string, questionId: string): Promise<void> {
  const coordinator = world.as(await world.member(world.operator, "coordinator"));
  for (const suspended of [true, false])
    await done(coordinator.put(`/participants/${world.bridge.id}/suspension`, { suspended }));
  await askAsOwner(
    world.database,
    `insert into handreiking.untold_ending values ('${referralId}', '${questionId}', '2026-01-05')`,
  );
}

/** A conversation with all that follows one, and a leave that is covered. */
async function talkOnce(world: World, ilse: Person): Promise<void> {
  const eva = world.as(world.eva);
  const { caseId } = await openQuestion(world);
  const id = await talk(world, caseId);
  await done(
    eva.post(`/conversations/${id}/additions`, { text: "She called again." }),
    eva.post(`/conversations/${id}/steps`, { step: "map-signals", decision: "signals-mapped" }),
    eva.post("/covers", { coveredById: ilse.memberId, from: today(world), until: today(world, 3) }),
  );
}

/** What hangs on an organization and its service in HSDS, one of each. */
async function fillDirectory(world: World): Promise<void> {
  const location = {
    id: id(),
    location_type: "physical",
    addresses: [
      {
        id: id(),
        address_1: "Kade 1",
        city: "Zwolle",
        state_province: "Overijssel",
        postal_code: "8011AA",
        country: "NL",
        address_type: "physical",
      },
    ],
    accessibility: [{ id: id(), description: "Hellingbaan" }],
  };
  const unit = { id: id(), name: "plaats" };
  const given = service({
    organization: organization({
      organization_identifiers: [{ id: id(), identifier_type: "KvK", identifier: "12345678" }],
      programs: [{ id: id(), name: "Veilig weg", description: "Opvang" }],
      funding: [{ id: id(), source: "gift" }],
      additional_websites: [{ id: id(), url: "https://www.example.org" }],
    }),
    phones: [{ id: id(), number: "038-1234567", languages: [{ id: id(), code: "nl" }] }],
    schedules: [{ id: id(), freq: "WEEKLY", byday: "FR", opens_at: "22:00", closes_at: "06:00" }],
    contacts: [{ id: id(), name: "Loket" }],
    cost_options: [{ id: id(), option: "Eigen bijdrage" }],
    required_documents: [{ id: id(), document: "Legitimatie" }],
    service_areas: [{ id: id(), name: "Overijssel" }],
    capacities: [{ id: id(), available: 1, updated: "2026-01-05T09:00:00Z", unit }],
    service_at_locations: [{ id: id(), location }],
    metadata: [
      {
        id: id(),
        resource_type: "service",
        resource_id: id(),
        last_action_date: "2026-01-05",
        last_action_type: "update",
        field_name: "name",
        previous_value: "Haven",
        replacement_value: "Luisterlijn Haven",
        updated_by: "loket",
      },
    ],
  });
  const report = await importFile(world, JSON.stringify([given]));
  expect(report).toMatchObject({ outcome: "imported" });
}

/** What is done to keep the directory right. */
async function keepDirectory(world: World): Promise<void> {
  const coordinator = world.as(await world.member(world.operator, "coordinator"));
  const noor = world.as(world.noor);
  const { serviceId } = world.bridge;
  const synonym = (await coordinator.post("/search-synonyms", newPhrase())).body.id;
  const ownPhrase = await tagOf(world, `/search-synonyms/${synonym}`);
  const [seeded] = (await coordinator.get("/search-synonyms?pageSize=1")).body.items;
  const seededTag = await tagOf(world, `/search-synonyms/${seeded.id}`);
  await done(
    coordinator.send("PUT", `/search-synonyms/${synonym}`, newPhrase(), { "if-match": ownPhrase }),
    coordinator.send("DELETE", `/search-synonyms/${seeded.id}`, undefined, { "if-match": seededTag }),
    coordinator.put(`/duplicates/${alikePair(world).join(".")}/dismissal`),
    coordinator.post("/imports", "[7]"),
    noor.put(`/services/${serviceId}/capacity`, { availablePlaces: 2, waitingDays: 14 }),
    noor.post("/corrections", {
      kind: "service",
      id: serviceId,
      changes: { alternateName: "De Brug" },
      reason: "incomplete",
    }),
    noor.post("/verifications", {
      entry: { kind: "service", id: serviceId },
      checkedOn: "2026-01-05",
      method: "phone",
    }),
    world.as(world.system(world.bridge)).post("/participant-keys", {
      use: "enc",
      publicKey: (await receivingKey()).pinned.key,
    }),
  );
  await runImports(world.platform);
  // Another one waits.
  await done(coordinator.post("/imports", "[]"));
  world.clock.time = new Date(world.clock.time.getTime() + 400 * 86_400_000);
  await done(coordinator.post("/verification-rounds"));
}

/** An article that everybody reads, one that its helpline alone does, and what a partner said. */
async function shareKnowledge(world: World): Promise<void> {
  await anArticle(world);
  const { path } = await published(world, "public");
  await done(world.as(world.noor).post(`${path}/feedback`, { opinion: "missing", text: "Het nummer." }));
}

/** A signal of a movement that was two, and the figures of a year. */
async function keepSignals(world: World, ilse: Person): Promise<void> {
  const [{ id: movement }, { id: other }] = [await aMovement(world), await aMovement(world)];
  const signal = await aSignal(world, movement, world.eva, { note: "Passports are taken." });
  const figures = world.as(await world.member(world.helpline, "coordinator"));
  await done(
    world.as(await world.signIn(ilse)).post(`/signals/${signal}/reviews`, { verdict: "counts" }),
    world.as(ilse).post(`/movements/${movement}/merger`, { intoId: other }),
    figures.post("/statistics-releases", { year: 2025 }),
  );
}

/** What signing in leaves of systems and of people, without the keys that the world's systems threw away. */
async function signIn(world: World, ilse: Person): Promise<void> {
  const { helpline, eva, job, platform, database } = world;
  await world.signIn(eva);
  await keepPasskey(world, ilse);
  await inviteMember(job(helpline.id), ilse.memberId ?? "");
  const [participantId, expiresAt] = [helpline.id, platform.now()];
  await transact(job(helpline.id), async (tx) => {
    const used = { participantId, jti: randomIds(), expiresAt };
    await tx.insert(usedAssertions).values({ ...used, clientId: helpline.clientId });
    await tx.insert(usedProofs).values({ ...used, jkt: "thumbprint" });
  });
  for (const row of [
    `identity_provider values ('${participantId}', 'https://a.example.org', 'a', 'none', '{}', 'sub', '{}', '{}', null, '[]', false)`,
    `member_identity values ('${eva.memberId}', '${participantId}', 'eva')`,
    `sign_in values (gen_random_uuid()::text, '${participantId}', 'a', 'a', 'a', 'a', 'a', '2026-01-05')`,
    `passkey_challenge values (gen_random_uuid()::text, 'sign-in', null, 'a', '2026-01-05')`,
    `quota values ('default', gen_random_uuid()::text, '2026-01-05', 1)`,
  ])
    await askAsOwner(database, `insert into handreiking.${row}`);
}

/** All that a caller may tell, and its traces. */
async function tell(world: World, caseId: string, consentId: string): Promise<void> {
  const eva = world.as(world.eva);
  await fillCase(world, caseId);
  await done(
    eva.put(`/cases/${caseId}/code-word`, { word: "blauwe fiets" }),
    eva.get(`/consents/${consentId}/receipt`),
    eva.post(`/cases/${caseId}/notes`, { text: "Will call again." }, { "idempotency-key": "one" }),
  );
}

async function done(...answers: Promise<Answer>[]): Promise<void> {
  for (const answer of answers) {
    const { status, body } = await answer;
    expect({ status, body: status < 300 ? "" : body }).toEqual({ status, body: "" });
  }
}
