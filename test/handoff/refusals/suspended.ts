import type { World } from "../../world/world.ts";
import { consentTerms, exchangeKeys, keepSafe, later, openQuestion, sealFor } from "../make.ts";

interface Sought {
  urgency?: "normal" | "urgent";
  ground?: "vital-interest" | "legal-duty";
  categories?: string[];
  whose?: "caller-incapable" | "another-person";
}

export async function draftFor(world: World, helpQuestionId: string, urgency = "normal"): Promise<string> {
  const { serviceId } = world.bridge;
  const draft = { helpQuestionId, serviceId, ageBand: "26-64", ageBandOf: "caller", urgency };
  return (await world.as(world.eva).post("/referrals", draft)).body.id;
}

/** A case of Eva's with a question, and Ilse, who is consulted and signed in. */
export async function begin(world: World) {
  const { caseId, questionId } = await openQuestion(world);
  const ilse = await world.member(world.helpline, "counsellor");
  // A session does not last as long as these tests do.
  const post = async (path: string, body?: object) => world.as(await world.signIn(ilse)).post(path, body);
  const eva = world.as(world.eva);
  return {
    caseId,
    questionId,
    /** Another need of the same caller: one service is asked once for each. */
    another: async (): Promise<string> =>
      (await eva.post(`/cases/${caseId}/help-questions`, { domain: "care", topics: ["manipulation"] })).body
        .id,
    ilse: { post },
    consulted: ilse,
    override: ({ ground = "vital-interest", categories = ["contact", "identity"], whose }: Sought = {}) =>
      eva.post(`/cases/${caseId}/overrides`, {
        recipientId: world.bridge.id,
        subject: "caller",
        categories,
        ground,
        ...(whose && { whose }),
        consultedId: ilse.memberId,
        callerTold: "not-told-danger",
        afterRefusal: false,
        necessity: "Her life is in danger.",
      }),
    agree: async (): Promise<string> =>
      (await eva.post(`/cases/${caseId}/consents`, { ...consentTerms, recipientId: world.bridge.id })).body
        .id,
    refuse: () => eva.post(`/cases/${caseId}/refusals`, { recipientId: world.bridge.id }),
  };
}

/** A referral on an override that acted at once, as far as `state`, and fetched where it can be. */
export async function onOverride(
  world: World,
  state: "offered" | "accepted" | "scheduled",
  { urgency = "normal", ...sought }: Sought = {},
) {
  const begun = await begin(world);
  const { body: made } = await begun.override(sought);
  const id = await draftFor(world, begun.questionId, urgency);
  const path = `/referrals/${id}`;
  const [eva, noor] = [world.as(world.eva), world.as(world.noor)];
  await eva.post(`${path}/offer`, { overrideId: made.id });
  if (state !== "offered") await noor.post(`${path}/acceptance`, { name: "Noor", contact: "030-1234567" });
  if (state === "scheduled") {
    await exchangeKeys(world);
    await keepSafe(world, begun.caseId);
    await eva.post(`${path}/introduction`, {
      at: later(world, { days: 3 }).toISOString(),
      channel: "video",
      disclosure: await sealFor(id, made.id),
    });
    await noor.get(`${path}/disclosure`);
  }
  const over = `/overrides/${made.id}`;
  const decide = (honored: boolean) => begun.ilse.post(`${over}/objection-decision`, { honored });
  return { ...begun, id, path, over, overrideId: made.id as string, decide };
}

export const stateOf = async (world: World, path: string) => (await world.as(world.eva).get(path)).body.state;
