import { consentTerms, exchangeKeys, keepSafe, later, sealFor } from "../../handoff/make.ts";
import type { TestDatabase } from "../../world/database.ts";
import { createWorld, type Person, type World } from "../../world/world.ts";
import type { Act, Basis, ReferralState } from "./acts.ts";

/** Who acts in a network. Whoever decides as a second person is signed in. */
export interface Cast {
  world: World;
  ilse: Person;
  privacy: Person;
  administrator: Person;
  coordinator: Person;
}

export async function castOf(database: TestDatabase): Promise<Cast> {
  const world = await createWorld(database);
  await exchangeKeys(world);
  return {
    world,
    ilse: await world.member(world.helpline, "counsellor"),
    privacy: await world.member(world.helpline, "privacy-officer"),
    administrator: await world.member(world.bridge, "administrator"),
    coordinator: await world.member(world.operator, "coordinator"),
  };
}

export interface Raced {
  id: string;
  path: string;
  basisId: string;
}

/** One caller's case, with all that two acts need so that each could be done. */
export interface Scene {
  cast: Cast;
  /** Ilse and the administrator, in browsers of their own. */
  ilse: Person;
  administrator: Person;
  caseId: string;
  basis: Basis;
  consentId: string;
  overrideId: string;
  pendingId: string;
  referrals: Partial<Record<ReferralState, Raced>>;
  /** What would be sealed of the referral that is accepted. */
  disclosure?: Awaited<ReturnType<typeof sealFor>>;
}

export const overrideTerms = (cast: Cast, ground: "vital-interest" | "legal-duty" = "vital-interest") => ({
  recipientId: cast.world.bridge.id,
  subject: "caller",
  categories: ["contact", "identity"],
  ground,
  consultedId: cast.ilse.memberId,
  callerTold: "not-told-danger",
  afterRefusal: false,
  necessity: "Her life is in danger.",
});

const rotating = ["offered", "accepted", "scheduled"] as const satisfies readonly ReferralState[];

/** In which states its referrals are: each act finds one, and acts on the same state share theirs. */
function statesFor(acts: readonly Act[], round: number): ReferralState[] {
  const stated = acts.flatMap(({ on }) => (on ? [on] : []));
  return stated.length > 0 ? [...new Set(stated)] : [rotating[round % rotating.length] ?? "offered"];
}

function basisFor(acts: readonly Act[], round: number): Basis {
  const bases: readonly Basis[] = acts.some(({ pending }) => pending)
    ? acts.some(({ on }) => on === "draft")
      ? ["pending", "consent"]
      : ["override", "consent"]
    : ["consent", "override"];
  const fit = bases.filter((basis) => acts.every((act) => !act.basis || act.basis === basis));
  return fit[Math.floor(round / 2) % fit.length] ?? "override";
}

export async function setScene(cast: Cast, acts: readonly Act[], round: number): Promise<Scene> {
  const { world } = cast;
  const eva = world.as(world.eva);
  const caseId = (await eva.post("/cases", { relation: "harmed", language: "nl" })).body.id as string;
  const record = async (path: string, body: object) =>
    (await eva.post(`/cases/${caseId}${path}`, body)).body.id as string;
  const basis = basisFor(acts, round);
  const states = statesFor(acts, round);
  const scene: Scene = {
    cast,
    ilse: await world.signIn(cast.ilse),
    administrator: await world.signIn(cast.administrator),
    caseId,
    basis,
    consentId: await record("/consents", { ...consentTerms, recipientId: world.bridge.id }),
    overrideId: basis === "override" ? await record("/overrides", overrideTerms(cast)) : "",
    pendingId: acts.some(({ pending }) => pending)
      ? await record("/overrides", overrideTerms(cast, "legal-duty"))
      : "",
    referrals: {},
  };
  if (acts.some(({ objected }) => objected)) await eva.post(`/overrides/${scene.overrideId}/objection`);
  if (states.some((state) => state === "accepted" || state === "scheduled")) await keepSafe(world, caseId);
  // Every other time both are referrals of one question: then they share that row too.
  const shared = round % 2 === 0 ? await openQuestion(scene) : undefined;
  for (const state of states)
    scene.referrals[state] = await bring(scene, shared ?? (await openQuestion(scene)), state);
  const accepted = scene.referrals.accepted;
  if (accepted) scene.disclosure = await sealFor(accepted.id, accepted.basisId);
  return scene;
}

async function openQuestion({ cast: { world }, caseId }: Scene): Promise<string> {
  const asked = { domain: "care", topics: ["manipulation"] };
  return (await world.as(world.eva).post(`/cases/${caseId}/help-questions`, asked)).body.id;
}

/** What an offer in this scene rests on. */
export const offerOf = ({ basis, consentId, overrideId, pendingId }: Scene) =>
  basis === "consent" ? { consentId } : { overrideId: basis === "pending" ? pendingId : overrideId };

export const introductionOf = ({ cast: { world }, disclosure }: Scene) => ({
  at: later(world, { days: 1 }).toISOString(),
  channel: "video",
  disclosure,
});

async function bring(scene: Scene, helpQuestionId: string, state: ReferralState): Promise<Raced> {
  const { world } = scene.cast;
  const [eva, noor] = [world.as(world.eva), world.as(world.noor)];
  const { id } = (
    await eva.post("/referrals", {
      helpQuestionId,
      serviceId: world.bridge.serviceId,
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "normal",
    })
  ).body;
  const path = `/referrals/${id}`;
  const raced = { id, path, basisId: Object.values(offerOf(scene))[0] ?? "" };
  if (state === "draft") return raced;
  await eva.post(`${path}/offer`, offerOf(scene));
  if (state === "offered") return raced;
  await noor.post(`${path}/acceptance`, { name: "Noor", contact: "030-1234567" });
  if (state === "accepted") return raced;
  const disclosure = await sealFor(id, raced.basisId);
  await eva.post(`${path}/introduction`, introductionOf({ ...scene, disclosure }));
  return raced;
}

/** Where the referral of the scene stood when the race began, if the act says nothing of it. */
export const anyOf = ({ referrals }: Scene): Raced => {
  const [found] = Object.values(referrals);
  if (!found) throw new Error("the scene has no referral");
  return found;
};
