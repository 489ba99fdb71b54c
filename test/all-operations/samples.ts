import { proposeCorrection } from "../../src/directory/corrections/propose-correction.ts";
import { dismissDuplicate } from "../../src/directory/duplicates/dismiss-duplicate.ts";
import { addSynonym } from "../../src/directory/synonyms/add-synonym.ts";
import { Client } from "../../src/identity/clients/wire.ts";
import { addClient, keepTwoPersonRule } from "../../src/identity/index.ts";
import { entityTag } from "../../src/platform/http/entity-tag.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { personalSamples } from "../cases/samples.ts";
import { edit, emptyOrganization, ownEntries } from "../directory/editing.ts";
import { consentTerms, makeReferral, openQuestion } from "../handoff/make.ts";
import { handoffSamples } from "../handoff/samples.ts";
import { passkeySamples } from "../identity/passkeys/samples.ts";
import { peopleSamples } from "../identity/samples.ts";
import { planningSamples } from "../intake/appointments/samples.ts";
import { conversationSamples } from "../intake/conversations/samples.ts";
import { mailSamples } from "../intake/mail/samples.ts";
import { intakeSamples } from "../intake/samples.ts";
import { knowledgeSamples } from "../knowledge/samples.ts";
import { signalsSamples } from "../signals/samples.ts";
import { publicKeyOf } from "../world/keys.ts";
import type { Person, World } from "../world/world.ts";

export interface Sample {
  method: string;
  path: string;
  body?: Record<string, unknown>;
  /** The body where it is read as it arrives and not as the contract's own. */
  text?: string;
  headers?: Record<string, string>;
  /** The record that the path or body names and that belongs to somebody. */
  named?: string;
  /** The record that an audit entry is expected for, where it is not the answer's id. */
  subject?: string;
}

export interface Sampling {
  /** On whose side a right request is made. */
  side: "helpline" | "bridge" | "operator";
  /** A request that is right in all but who sends it; `by` opened what a counsellor opens. */
  make(world: World, by: Person): Promise<Sample>;
  /** Takes back what the request does to everybody on that side. */
  undo?(world: World): Promise<unknown>;
}

const get = (path: string, named?: string): Sample => ({ method: "GET", path, ...(named && { named }) });
const post = (path: string, body?: Record<string, unknown>, named?: string): Sample => ({
  method: "POST",
  path,
  ...(body && { body }),
  ...(named && { named }),
});

async function aVersion(world: World, path: string): Promise<Sample> {
  const { body } = await world.as(world.noor).get(`${path}/versions`);
  return get(`${path}/versions/${body.items[0].id}`);
}

const fixed = (side: Sampling["side"], make: (world: World) => Sample | Promise<Sample>): Sampling => ({
  side,
  make: async (world) => make(world),
});

/** An import that waits. */
async function sendImport(world: World): Promise<string> {
  const coordinator = await world.member(world.operator, "coordinator");
  return (await world.send(coordinator, "POST", "/imports", "[]")).body.id;
}

export const newPhrase = () => ({ phrase: `weg ${randomIds().slice(0, 8)}`, topic: "fraud" });

/** A correction of De Brug's service, by De Brug. */
async function proposed({ bridge, job }: World): Promise<string> {
  const { id } = await proposeCorrection(job(bridge.id), {
    kind: "service",
    id: bridge.serviceId,
    changes: { url: `https://www.example.org/${randomIds()}` },
    reason: "outdated",
  });
  return id;
}

/** A synonym, and the headers that a change of it takes. */
async function aSynonym(world: World) {
  const { id } = await addSynonym(world.job(world.operator.id), newPhrase());
  const { headers } = await world.as(world.eva).get(`/search-synonyms/${id}`);
  return { id, headers: { "if-match": headers.get("etag") ?? "" } };
}

/** A system of the helpline, and the headers that a change of it takes. */
async function aClient({ job, helpline }: World) {
  const client = await addClient(job(helpline.id), {
    name: "System",
    scopes: ["events:read"],
    publicKey: await publicKeyOf(),
  });
  return { ...client, headers: { "if-match": await entityTag(JSON.stringify(Client.parse(client))) } };
}

export const alikePair = ({ bridge, helpline }: World) =>
  [bridge.organizationId, helpline.organizationId].sort() as [string, string];

const oneIsEnough = ({ hand, helpline }: World) => keepTwoPersonRule(hand(helpline.id), { required: false });

/** A member whom an administrator of the helpline proposed, signed in, while it wanted two persons. */
export async function aProposal(world: World): Promise<string> {
  const jan = await world.signIn(await world.member(world.helpline, "administrator"));
  await world.member(world.helpline, "administrator");
  await keepTwoPersonRule(world.hand(world.helpline.id), { required: true });
  const { body } = await world.as(jan).post("/members", { name: "Somebody", roles: ["intake"] });
  await oneIsEnough(world);
  return body.id;
}

/** One right request for every operation. */
export const samples: Record<string, Sampling> = {
  searchServices: fixed("helpline", () => post("/service-searches", { words: "hulp na manipulatie" })),
  listSynonyms: fixed("helpline", () => get("/search-synonyms?topic=fraud")),
  suggestServices: fixed("helpline", () => post("/service-suggestions", { words: "een sek" })),
  listServices: fixed("helpline", () => get("/services?domain=care")),
  getService: fixed("helpline", ({ bridge }) => get(`/services/${bridge.serviceId}`)),
  listOrganizations: fixed("helpline", () => get("/organizations")),
  getOrganization: fixed("helpline", ({ bridge }) => get(`/organizations/${bridge.organizationId}`)),
  listTaxonomyTerms: fixed("helpline", () => get("/taxonomy-terms?taxonomy=need")),
  getLocation: fixed("bridge", async (world) => get(`/locations/${(await ownEntries(world)).locationId}`)),
  listOrganizationVersions: fixed("bridge", ({ bridge }) =>
    get(`/organizations/${bridge.organizationId}/versions`),
  ),
  getOrganizationVersion: fixed("bridge", (world) =>
    aVersion(world, `/organizations/${world.bridge.organizationId}`),
  ),
  listServiceVersions: fixed("bridge", ({ bridge }) => get(`/services/${bridge.serviceId}/versions`)),
  getServiceVersion: fixed("bridge", (world) => aVersion(world, `/services/${world.bridge.serviceId}`)),
  listLocationVersions: fixed("bridge", async (world) =>
    get(`/locations/${(await ownEntries(world)).locationId}/versions`),
  ),
  getLocationVersion: fixed("bridge", async (world) =>
    aVersion(world, `/locations/${(await ownEntries(world)).locationId}`),
  ),
  listDirectoryChanges: fixed("bridge", () => get("/directory-changes")),
  addOrganization: fixed("operator", () => post("/organizations", { name: "Nieuw", description: "Nieuw" })),
  addService: fixed("bridge", ({ bridge }) =>
    post("/services", {
      organizationId: bridge.organizationId,
      name: "Nieuw",
      status: "active",
      domain: "care",
    }),
  ),
  addLocation: fixed("bridge", ({ bridge }) =>
    post("/locations", { organizationId: bridge.organizationId, locationType: "virtual", name: "Nieuw" }),
  ),
  editOrganization: fixed("bridge", (world) =>
    edit(world, "PATCH", "organizations", world.bridge.organizationId, { alternateName: randomIds() }),
  ),
  editService: fixed("bridge", (world) =>
    edit(world, "PATCH", "services", world.bridge.serviceId, { alternateName: randomIds() }),
  ),
  editLocation: fixed("bridge", async (world) =>
    edit(world, "PATCH", "locations", (await ownEntries(world)).locationId, { name: randomIds() }),
  ),
  deleteOrganization: fixed("bridge", async (world) =>
    edit(world, "DELETE", "organizations", (await emptyOrganization(world)).organizationId),
  ),
  deleteService: fixed("bridge", async (world) =>
    edit(world, "DELETE", "services", (await ownEntries(world)).serviceId),
  ),
  deleteLocation: fixed("bridge", async (world) =>
    edit(world, "DELETE", "locations", (await ownEntries(world)).locationId),
  ),
  linkOrganization: fixed("operator", ({ helpline, elsewhere }) => ({
    method: "PUT",
    path: `/organizations/${helpline.organizationId}/participant`,
    body: { participantId: elsewhere.id },
    subject: helpline.organizationId,
  })),
  moveService: fixed("operator", ({ helpline, elsewhere }) => ({
    method: "PUT",
    path: `/services/${helpline.serviceId}/organization`,
    body: { organizationId: elsewhere.organizationId },
    subject: helpline.serviceId,
  })),
  createImport: fixed("operator", () => ({ method: "POST", path: "/imports", text: "[]" })),
  listImports: fixed("operator", () => get("/imports")),
  getImport: fixed("operator", async (world) => get(`/imports/${await sendImport(world)}`)),
  listImportFindings: fixed("operator", async (world) => get(`/imports/${await sendImport(world)}/findings`)),

  verifyEntry: fixed("bridge", ({ bridge }) =>
    post("/verifications", {
      entry: { kind: "service", id: bridge.serviceId },
      checkedOn: "2026-01-05",
      method: "phone",
    }),
  ),
  listVerifications: fixed("helpline", ({ bridge }) =>
    get(`/verifications?entryKind=service&entryId=${bridge.serviceId}`),
  ),
  listDueVerifications: fixed("bridge", () => get("/verifications-due")),
  holdVerificationRound: fixed("operator", () => post("/verification-rounds")),
  tellCapacity: fixed("bridge", ({ bridge }) => ({
    method: "PUT",
    path: `/services/${bridge.serviceId}/capacity`,
    body: { availablePlaces: 2, waitingDays: 14 },
    subject: bridge.serviceId,
  })),
  proposeCorrection: fixed("bridge", ({ bridge }) =>
    post("/corrections", {
      kind: "service",
      id: bridge.serviceId,
      changes: { alternateName: "De Brug" },
      reason: "incomplete",
    }),
  ),
  listCorrections: fixed("bridge", () => get("/corrections")),
  getCorrection: fixed("bridge", async (world) => {
    const id = await proposed(world);
    return get(`/corrections/${id}`, id);
  }),
  acceptCorrection: fixed("bridge", async (world) => {
    const id = await proposed(world);
    return post(`/corrections/${id}/acceptance`, undefined, id);
  }),
  refuseCorrection: fixed("bridge", async (world) => {
    const id = await proposed(world);
    return post(`/corrections/${id}/refusal`, { reason: "not-right" }, id);
  }),
  listDuplicates: fixed("operator", () => get("/duplicates")),
  dismissDuplicate: fixed("operator", (world) => {
    const pair = alikePair(world);
    return { method: "PUT", path: `/duplicates/${pair.join(".")}/dismissal`, subject: pair[0] };
  }),
  restoreDuplicate: fixed("operator", async (world) => {
    const pair = alikePair(world);
    await dismissDuplicate(world.job(world.operator.id), pair.join("."));
    return { method: "DELETE", path: `/duplicates/${pair.join(".")}/dismissal`, subject: pair[0] };
  }),
  addSynonym: fixed("operator", () => post("/search-synonyms", newPhrase())),
  getSynonym: fixed("helpline", async (world) => get(`/search-synonyms/${(await aSynonym(world)).id}`)),
  changeSynonym: fixed("operator", async (world) => {
    const { id, headers } = await aSynonym(world);
    return { method: "PUT", path: `/search-synonyms/${id}`, body: newPhrase(), headers, subject: id };
  }),
  removeSynonym: fixed("operator", async (world) => {
    const { id, headers } = await aSynonym(world);
    return { method: "DELETE", path: `/search-synonyms/${id}`, headers, subject: id };
  }),

  admitParticipant: fixed("operator", () => post("/participants", { name: "Newcomer", reach: "console" })),
  listParticipants: fixed("helpline", () => get("/participants")),
  getParticipant: fixed("helpline", ({ bridge }) => get(`/participants/${bridge.id}`)),
  agreePartnership: fixed("operator", ({ bridge }) => ({
    method: "PUT",
    path: `/participants/${bridge.id}/partnership`,
    body: { sends: false, receives: true },
    subject: bridge.id,
  })),
  addMember: fixed("helpline", () => post("/members", { name: "Somebody", roles: ["counsellor"] })),
  listMembers: fixed("helpline", () => get("/members")),
  listColleagues: fixed("helpline", () => get("/colleagues")),
  addClient: fixed("helpline", async () =>
    post("/clients", { name: "System", scopes: ["events:read"], publicKey: await publicKeyOf() }),
  ),

  listClients: fixed("helpline", () => get("/clients")),
  getClient: fixed("helpline", async (world) => {
    const { id } = await aClient(world);
    return get(`/clients/${id}`, id);
  }),
  changeClient: fixed("helpline", async (world) => {
    const { id, headers } = await aClient(world);
    return { method: "PATCH", path: `/clients/${id}`, body: { name: "Other" }, headers, named: id };
  }),
  suspendClient: fixed("helpline", async (world) => {
    const { id } = await aClient(world);
    return { method: "PUT", path: `/clients/${id}/suspension`, body: { suspended: true }, named: id };
  }),
  addClientKey: fixed("helpline", async (world) => {
    const { id } = await aClient(world);
    return post(`/clients/${id}/keys`, { publicKey: await publicKeyOf() }, id);
  }),
  revokeClientKey: fixed("helpline", async (world) => {
    const { id, keys } = await aClient(world);
    return post(`/clients/${id}/keys/${keys[0]?.id}/revocation`, undefined, id);
  }),
  listProposals: fixed("helpline", () => get("/proposals?state=open")),
  getProposal: fixed("helpline", async (world) => {
    const id = await aProposal(world);
    return get(`/proposals/${id}`, id);
  }),
  confirmProposal: fixed("helpline", async (world) => {
    const id = await aProposal(world);
    return post(`/proposals/${id}/confirmation`, undefined, id);
  }),
  rejectProposal: fixed("helpline", async (world) => {
    const id = await aProposal(world);
    return post(`/proposals/${id}/rejection`, undefined, id);
  }),
  getTwoPersonRule: fixed("helpline", () => get("/two-person-rule")),
  keepTwoPersonRule: {
    ...fixed("helpline", async (world) => {
      for (let n = 0; n < 2; n++) await world.member(world.helpline, "administrator");
      await oneIsEnough(world);
      const subject = world.helpline.id;
      return { method: "PUT", path: "/two-person-rule", body: { required: true }, subject };
    }),
    undo: oneIsEnough,
  },

  ...passkeySamples,

  openCase: fixed("helpline", () => post("/cases", { relation: "harmed", language: "nl" })),
  getCase: {
    side: "helpline",
    async make(world, by) {
      const { caseId } = await openQuestion(world, by);
      return get(`/cases/${caseId}`, caseId);
    },
  },
  ...peopleSamples,
  ...personalSamples,
  ...knowledgeSamples,
  ...conversationSamples,
  ...planningSamples,
  ...signalsSamples,
  ...handoffSamples,
  ...intakeSamples,
  ...mailSamples,
  addHelpQuestion: {
    side: "helpline",
    async make(world, by) {
      const { caseId } = await openQuestion(world, by);
      return post(`/cases/${caseId}/help-questions`, { domain: "legal", topics: ["legal-advice"] }, caseId);
    },
  },
  listConsentTexts: fixed("helpline", () => get("/consent-texts?purpose=handoff&language=nl")),
  getConsentReceipt: {
    side: "helpline",
    async make(world, by) {
      const { consentId } = await makeReferral(world, "draft", by);
      return get(`/consents/${consentId}/receipt`, consentId);
    },
  },
  getConsentReceiptStatus: fixed("helpline", async (world) => {
    const { consentId } = await makeReferral(world, "draft");
    const { body } = await world.as(world.eva).get(`/consents/${consentId}/receipt`);
    return get(`/consent-receipts/${body.receiptId}/status`);
  }),
  recordConsent: {
    side: "helpline",
    async make(world, by) {
      const { caseId } = await openQuestion(world, by);
      return post(`/cases/${caseId}/consents`, { ...consentTerms, recipientId: world.bridge.id }, caseId);
    },
  },
  withdrawConsent: fixed("helpline", async (world) => {
    const { consentId } = await makeReferral(world, "offered");
    return post(`/consents/${consentId}/withdrawal`, undefined, consentId);
  }),

  createReferral: {
    side: "helpline",
    async make(world, by) {
      const { questionId } = await openQuestion(world, by);
      const body = {
        helpQuestionId: questionId,
        serviceId: world.bridge.serviceId,
        ageBand: "26-64",
        ageBandOf: "caller",
        urgency: "normal",
      };
      return post("/referrals", body, questionId);
    },
  },
  offerReferral: {
    side: "helpline",
    async make(world, by) {
      const { id, consentId } = await makeReferral(world, "draft", by);
      return post(`/referrals/${id}/offer`, { consentId }, id);
    },
  },
  listReferrals: fixed("bridge", () => get("/referrals?direction=received")),
  getReferral: fixed("bridge", async (world) => {
    const { id } = await makeReferral(world, "offered");
    return get(`/referrals/${id}`, id);
  }),
  acknowledgeReferral: fixed("bridge", async (world) => {
    const { id } = await makeReferral(world, "offered");
    return post(`/referrals/${id}/acknowledgement`, { function: "intake" }, id);
  }),
  acceptReferral: fixed("bridge", async (world) => {
    const { id } = await makeReferral(world, "offered");
    return post(`/referrals/${id}/acceptance`, { name: "Noor de Wit", contact: "030-1234567" }, id);
  }),
  declineReferral: fixed("bridge", async (world) => {
    const { id } = await makeReferral(world, "offered");
    return post(`/referrals/${id}/declination`, { reason: "no-capacity" }, id);
  }),
  withdrawReferral: fixed("helpline", async (world) => {
    const { id } = await makeReferral(world, "accepted");
    return post(`/referrals/${id}/withdrawal`, undefined, id);
  }),

  listEvents: fixed("helpline", () => get("/events")),
  listAuditEvents: fixed("helpline", () => get("/audit-events")),
  exportAuditEvents: fixed("helpline", () => get("/audit-events/export")),
  createAuditCheckpoint: fixed("helpline", () => post("/audit-checkpoints")),
  listAuditCheckpoints: fixed("helpline", () => get("/audit-checkpoints")),
};

/** The same request for a record that nobody has. */
export function unknownRecord({ path, body, named = "", ...rest }: Sample): Sample {
  const id = randomIds();
  return {
    ...rest,
    path: path.replace(named, id),
    ...(body && { body: JSON.parse(JSON.stringify(body).replaceAll(named, id)) }),
  };
}
