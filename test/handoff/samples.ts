import type { Sample, Sampling } from "../all-operations/samples.ts";
import { receivingKey } from "../client/disclosure/sealing.ts";
import type { Person, World } from "../world/world.ts";
import {
  emergency,
  exchangeKeys,
  keepSafe,
  later,
  makeByPhone,
  makeEmergency,
  makeOverride,
  makeReferral,
  openQuestion,
  sealFor,
} from "./make.ts";

type State = NonNullable<Parameters<typeof makeReferral>[1]>;
type Made = Awaited<ReturnType<typeof makeReferral>>;

/** A request on a referral in `state`; a counsellor asks on one of their own case. */
const onReferral = (
  side: "helpline" | "bridge",
  state: State,
  method: string,
  path: string,
  bodyOf?: (made: Made, world: World, by: Person) => object | Promise<object>,
): Sampling => ({
  side,
  async make(world, by) {
    const made = await makeReferral(world, state, side === "helpline" ? by : world.eva);
    const body = (await bodyOf?.(made, world, by)) as Sample["body"];
    return { method, path: `${made.path}${path}`, named: made.id, subject: made.id, ...(body && { body }) };
  },
});

/** The same once the introduction, fixed for the next day, has passed. */
const afterwards = (sampling: Sampling): Sampling => ({
  side: sampling.side,
  async make(world, by) {
    const sample = await sampling.make(world, by);
    world.clock.time = later(world, { days: 1, hours: 2 });
    return sample;
  },
});

const onOverride = (
  path: string,
  more: Parameters<typeof makeOverride>[1],
  body?: Sample["body"],
): Sampling => ({
  side: "helpline",
  async make(world) {
    const { id } = await makeOverride(world, more);
    return {
      method: path === "" ? "GET" : "POST",
      path: `/overrides/${id}${path}`,
      named: id,
      subject: id,
      ...(body && { body }),
    };
  },
});

const tomorrow = (world: World) => later(world, { days: 1, hours: 1 }).toISOString();

/** One right request for every operation of an introduction, its disclosure, an override and an obligation. */
export const handoffSamples: Record<string, Sampling> = {
  recordSpokenAnswer: {
    side: "helpline",
    async make(world, by) {
      const { id, path } = await makeByPhone(world, by);
      const body = { answer: "acknowledged", by: { name: "Noor", function: "intake" } };
      return { method: "POST", path: `${path}/spoken-answers`, body, named: id, subject: id };
    },
  },
  proposeTimes: onReferral("bridge", "accepted", "PUT", "/proposed-times", (_, world) => ({
    times: [tomorrow(world)],
  })),
  fixIntroduction: onReferral("helpline", "accepted", "POST", "/introduction", async (made, world, by) => {
    await exchangeKeys(world);
    await keepSafe(world, made.caseId, by);
    const disclosure = await sealFor(made.id, made.consentId);
    return { at: tomorrow(world), channel: "three-way-call", disclosure };
  }),
  rescheduleIntroduction: onReferral("helpline", "scheduled", "PUT", "/introduction", (_, world) => ({
    at: tomorrow(world),
    channel: "video",
  })),
  fetchDisclosure: onReferral("bridge", "scheduled", "GET", "/disclosure"),
  resealDisclosure: onReferral("helpline", "scheduled", "PUT", "/disclosure", ({ id, consentId }) =>
    sealFor(id, consentId),
  ),
  reportMissedIntroduction: afterwards(onReferral("bridge", "scheduled", "POST", "/missed-introductions")),
  confirmContact: afterwards(
    onReferral("bridge", "scheduled", "POST", "/contact-confirmation", () => ({ confirmedBy: "partner" })),
  ),
  reportOutcome: onReferral("helpline", "connected", "POST", "/outcome", () => ({ outcome: "helped" })),
  holdReferral: onReferral("helpline", "offered", "POST", "/hold", (_, world) => ({
    until: tomorrow(world),
  })),
  continueReferral: {
    side: "helpline",
    async make(world, by) {
      const { id, path } = await makeReferral(world, "declined", by);
      const body = { serviceId: world.bridge.serviceId };
      return { method: "POST", path: `${path}/continuation`, body, named: id };
    },
  },

  recordOverride: {
    side: "helpline",
    async make(world, by) {
      const { caseId } = await makeReferral(world, "draft", by);
      const ilse = await world.member(world.helpline, "counsellor");
      return {
        method: "POST",
        path: `/cases/${caseId}/overrides`,
        named: caseId,
        body: {
          recipientId: world.bridge.id,
          subject: "caller",
          categories: ["contact"],
          ground: "vital-interest",
          consultedId: ilse.memberId,
          callerTold: "told",
          afterRefusal: false,
          necessity: "Her life is in danger.",
        },
      };
    },
  },
  getOverride: onOverride("", {}),
  approveOverride: onOverride("/approval", { ground: "legal-duty" }),
  reviewOverride: onOverride("/review", {}, { upheld: true }),
  objectToOverride: onOverride("/objection", {}),
  decideObjection: onOverride("/objection-decision", { objected: true }, { honored: true }),
  withdrawOverride: onOverride("/withdrawal", {}),
  askForDecision: onOverride("/requests", { ground: "legal-duty" }, {}),

  recordEmergency: {
    side: "helpline",
    async make(world, by) {
      const { caseId } = await openQuestion(world, by);
      return { method: "POST", path: `/cases/${caseId}/emergencies`, named: caseId, body: { ...emergency } };
    },
  },
  listEmergencies: {
    side: "helpline",
    async make(world, by) {
      const { caseId } = await makeEmergency(world, by);
      return { method: "GET", path: `/cases/${caseId}/emergencies`, named: caseId };
    },
  },
  getEmergency: {
    side: "helpline",
    async make(world, by) {
      const { id } = await makeEmergency(world, by);
      return { method: "GET", path: `/emergencies/${id}`, named: id, subject: id };
    },
  },
  reviewEmergency: {
    side: "helpline",
    async make(world) {
      const { id } = await makeEmergency(world);
      const body = { finding: "right" };
      return { method: "POST", path: `/emergencies/${id}/review`, body, named: id, subject: id };
    },
  },
  recordRefusal: {
    side: "helpline",
    async make(world, by) {
      const { caseId } = await makeReferral(world, "draft", by);
      const body = { recipientId: world.bridge.id };
      return { method: "POST", path: `/cases/${caseId}/refusals`, named: caseId, body };
    },
  },
  releaseOverrideMaker: {
    side: "helpline",
    async make(world) {
      const { memberId = "" } = await world.member(world.helpline, "counsellor");
      return { method: "POST", path: `/members/${memberId}/override-release`, named: memberId };
    },
  },

  listObligations: {
    side: "bridge",
    make: async () => ({ method: "GET", path: "/obligations?direction=owing" }),
  },
  meetObligation: {
    side: "bridge",
    async make(world) {
      const { id, path, consentId } = await makeReferral(world, "scheduled");
      await world.as(world.noor).get(`${path}/disclosure`);
      await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
      const body = { endedAs: "deleted", function: "intake" };
      return { method: "POST", path: `/obligations/${id}/fulfilment`, body, named: id, subject: id };
    },
  },
  listTasks: { side: "helpline", make: async () => ({ method: "GET", path: "/tasks" }) },

  getHandoffNumbers: {
    side: "helpline",
    make: async () => ({ method: "GET", path: "/handoff-numbers?from=2026-01-01&to=2026-01-31" }),
  },
  getNetworkNumbers: {
    side: "operator",
    make: async () => ({ method: "GET", path: "/network-numbers?quarter=2025-4" }),
  },

  suspendParticipant: {
    side: "operator",
    async make(world) {
      const { id } = await world.participant("Leaving");
      const body = { suspended: true };
      return { method: "PUT", path: `/participants/${id}/suspension`, body, subject: id };
    },
  },
  listParticipantKeys: {
    side: "helpline",
    make: async ({ bridge }) => ({ method: "GET", path: `/participants/${bridge.id}/keys` }),
  },
  addParticipantKey: {
    side: "bridge",
    async make() {
      const { pinned } = await receivingKey();
      return { method: "POST", path: "/participant-keys", body: { use: "enc", publicKey: pinned.key } };
    },
  },
  revokeParticipantKey: {
    side: "bridge",
    async make(world) {
      const body = { use: "enc", publicKey: (await receivingKey()).pinned.key };
      const { id } = (await world.as(world.system(world.bridge)).post("/participant-keys", body)).body;
      return { method: "POST", path: `/participant-keys/${id}/revocation`, named: id, subject: id };
    },
  },
};
