import { expect } from "vitest";
import { type TakenRequest, takeRequestIn } from "../../src/intake/requests/take-request.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { randomIds } from "../../src/platform/ids.ts";
import type { Sample } from "../all-operations/samples.ts";
import { described } from "../fuzz/document.ts";
import { makeReferral } from "../handoff/make.ts";
import { aRequest } from "../intake/appointments/make.ts";
import { anArticle } from "../knowledge/make.ts";
import { aMovement, aSignal } from "../signals/make.ts";
import { sharingTest as test, type World } from "../world/world.ts";
import { describedAs, idPlaces, naming, type Place } from "./id-places.ts";
import { look, openIds, rightOne, sampleOf } from "./look.ts";

/** Records of another organization, by the name under which a request gives them. */
async function foreignIds(world: World): Promise<Record<string, string>> {
  const draft = await makeReferral(world, "draft", world.stranger);
  const officer = await world.member(world.elsewhere, "counsellor");
  const stranger = world.as(world.stranger);
  const overridden = await stranger.post(`/cases/${draft.caseId}/overrides`, {
    recipientId: world.bridge.id,
    subject: "caller",
    categories: ["contact"],
    ground: "vital-interest",
    consultedId: officer.memberId,
    callerTold: "told",
    afterRefusal: false,
    necessity: "Her life is in danger.",
  });
  const member = world.stranger.memberId ?? "";
  const movement = await aMovement(world, world.stranger);
  const charted = { channel: "phone", minutes: 10, outcome: "listened" };
  const talked = await stranger.post(`/cases/${draft.caseId}/conversations`, charted);
  return {
    conversationId: talked.body.id,
    appointmentId: await foreignAppointment(world),
    toId: member,
    ownerId: member,
    coveredById: member,
    helpQuestionId: draft.questionId,
    consentId: draft.consentId,
    overrideId: overridden.body.id,
    intoId: movement.id,
    movementId: movement.id,
    duplicateOfId: await aSignal(world, movement.id, world.stranger),
    consultedId: member,
    colleagueIds: member,
    triedIds: member,
    memberIds: member,
    translationOf: (await anArticle(world, {}, world.stranger)).id,
    // What lists are narrowed by.
    memberId: member,
    actorId: member,
    subjectId: draft.caseId,
    caseId: draft.caseId,
    counsellorId: member,
    requestId: await aRequest(world, {}, world.elsewhere.id),
  };
}

async function foreignAppointment(world: World): Promise<string> {
  const ctx = world.job(world.elsewhere.id);
  const asked: TakenRequest = {
    door: "phone",
    language: "nl",
    told: { phones: [{ number: "06 12345678" }] },
  };
  const request = await transact(ctx, (tx) => takeRequestIn(tx, ctx, asked));
  // Each time another counsellor, who is free.
  const counsellor = await world.member(world.elsewhere, "counsellor");
  const planned = await world.as(counsellor).post("/appointments", {
    requestId: request.id,
    counsellorId: counsellor.memberId,
    startsAt: world.clock.time.toISOString(),
    outsideAvailability: true,
  });
  return planned.body.id;
}

const inBodies = described.flatMap((operation) =>
  idPlaces(operation)
    // A file of one's own audit is narrowed as its list is.
    .filter(
      (place) =>
        place.in !== "path" && !openIds.has(place.name) && operation.operationId !== "exportAuditEvents",
    )
    .map((place) => ({ operationId: operation.operationId, place, name: place.name })),
);

test("every id in a body or a query is one that is no secret, or one that is tried here", async ({
  world,
}) => {
  const known = await foreignIds(world);
  expect(inBodies.map(({ name }) => name).filter((name) => !known[name])).toEqual([]);
  expect(new Set(inBodies.map(({ name }) => name))).toEqual(new Set(Object.keys(known)));
});

test.for(inBodies)(
  "$operationId with another organization's $name is as with one that nobody has",
  async ({ operationId, place, name }, { world }) => {
    const ids = await foreignIds(world);
    const sample = await sampleOf(operationId, world);
    const asking = place.in === "body" ? world.eva : await rightOne(world, operationId);
    const ask = (id: string) =>
      look(world, asking, naming(onlyFor(place, sample), describedAs(operationId), place, id));
    const [known, unknown] = [await ask(ids[name] ?? ""), await ask(randomIds())];
    if (place.in === "body") expect(known.status).toBeGreaterThanOrEqual(400);
    else expect(JSON.parse(known.answer)).toEqual({ items: [] });
    expect(known).toEqual(unknown);
  },
);

/**
 * What goes with the id: an offer rests on one basis, an appointment is for a request or a case, a signal comes from one
 * source. The other is left out.
 */
function onlyFor(place: Place, sample: Sample): Sample {
  if (place.name === "overrideId") return { ...sample, body: {} };
  if (place.name === "duplicateOfId") return { ...sample, body: { verdict: "duplicate-of" } };
  const { requestId: _, reportedById: __, ...body } = sample.body ?? {};
  if (place.name === "caseId" && sample.body) return { ...sample, body };
  if (place.name === "conversationId") return { ...sample, body: { ...body, sourceRelation: "harmed" } };
  return sample;
}
