import { describe, expect } from "vitest";
import { runImports } from "../../src/directory/index.ts";
import { addClient, inviteMember } from "../../src/identity/index.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { aProposal, samples } from "../all-operations/samples.ts";
import { edit, ownEntries } from "../directory/editing.ts";
import { service } from "../directory/import/records.ts";
import { described } from "../fuzz/document.ts";
import { makeReferral, openQuestion } from "../handoff/make.ts";
import { talk, today } from "../intake/conversations/make.ts";
import { takeOne } from "../intake/samples.ts";
import { anArticle, tagOf as tagOfArticle } from "../knowledge/make.ts";
import { aMovement, aSignal } from "../signals/make.ts";
import { publicKeyOf } from "../world/keys.ts";
import { sharingTest as test, type World } from "../world/world.ts";
import { withQuery } from "./id-places.ts";
import { rightOne, sampleOf } from "./look.ts";

describe("a cursor", () => {
  // What is open to everybody is one list for all.
  const lists = described.filter(
    ({ parameters, open }) => !open && parameters.some(({ name }) => name === "cursor"),
  );

  test.for(lists)(
    "of $operationId is of no use to another caller, nor on another list",
    async (operation, { world }) => {
      const { operationId } = operation;
      const filled = await fillList[operationId]?.(world);
      const person = await rightOne(world, operationId);
      if (person.cookie) await world.signIn(person);
      const sample = await sampleOf(operationId, world);
      const path = withQuery(typeof filled === "string" ? filled : sample.path, "pageSize", "1");
      const page = await world.as(person).get(path);
      const { nextCursor } = page.body;
      expect(nextCursor).toBeTypeOf("string");
      const other = await rightOne(world, operationId, "elsewhere");
      const used = withQuery(path, "cursor", nextCursor);
      expect((await world.as(person).get(used)).status).toBe(200);
      const refused = await world.as(other).get(used);
      expect(refused.body).toMatchObject({ status: 400, errors: [{ in: "query", pointer: "cursor" }] });
      const elsewhere = operationId === "listServices" ? "/organizations" : "/services";
      expect((await world.as(person).get(withQuery(elsewhere, "cursor", nextCursor))).status).toBe(400);
    },
  );
});

test("a cursor is of no use under other filters", async ({ world }) => {
  const eva = world.as(world.eva);
  await makeReferral(world, "offered");
  await makeReferral(world, "offered");
  const page = await eva.get("/referrals?direction=sent&pageSize=1");
  const next = (filters: string) =>
    eva.get(`/referrals?${filters}&pageSize=1&cursor=${encodeURIComponent(page.body.nextCursor)}`);
  expect((await next("direction=sent")).status).toBe(200);
  expect(await next("direction=sent&state=offered")).toMatchObject({
    status: 400,
    body: { errors: [{ in: "query", pointer: "cursor" }] },
  });
});

const twice = async (make: () => Promise<unknown>): Promise<void> => {
  await make();
  await make();
};

/** Makes what two pages of a list take, where its sample has less; answers the list's path if it is another. */
const fillList: Record<string, (world: World) => Promise<unknown>> = {
  listRequests: (world) => twice(() => takeOne(world)),
  listOrganizationVersions: (world) => editTwice(world, "organizations", world.bridge.organizationId),
  listServiceVersions: (world) => editTwice(world, "services", world.bridge.serviceId),
  async listLocationVersions(world) {
    const { locationId } = await ownEntries(world);
    await editTwice(world, "locations", locationId, "name");
    return `/locations/${locationId}/versions`;
  },
  listMovements: async (world) => twice(() => aMovement(world)),
  async listSignals(world) {
    const { id } = await aMovement(world);
    await twice(() => aSignal(world, id));
  },
  listStatisticsReleases: async (world) =>
    twice(async () => samples.getStatisticsRelease?.make(world, world.eva)),
  listImports: async (world) => twice(async () => samples.getImport?.make(world, world.eva)),
  async listImportFindings(world) {
    const coordinator = world.as(await world.member(world.operator, "coordinator"));
    const { body } = await coordinator.post("/imports", [service({ name: "" }), service({ name: 1 }), 7]);
    await runImports(world.platform);
    return `/imports/${body.id}/findings`;
  },
  async listVerifications({ as, noor, bridge }) {
    const entry = { kind: "service", id: bridge.serviceId };
    for (const checkedOn of ["2026-01-03", "2026-01-04"])
      await as(noor).post("/verifications", { entry, checkedOn, method: "phone" });
  },
  listDueVerifications: async (world) => twice(() => ownEntries(world)),
  listCorrections: async (world) => twice(async () => samples.getCorrection?.make(world, world.eva)),
  async listDuplicates(world) {
    const coordinator = world.as(await world.member(world.operator, "coordinator"));
    for (const name of ["Dubbelhuis", "Dubbelhuis", "Dubbelhuis"])
      await coordinator.post("/organizations", { name, description: "Twee keer" });
  },
  async listAvailabilityExceptions(world) {
    const path = `/counsellors/${world.eva.memberId}/availability-exceptions`;
    for (const startsAt of ["2026-07-06T09:00:00Z", "2026-07-07T09:00:00Z"])
      await world.as(world.eva).post(path, { kind: "off", startsAt, endsAt: "2026-07-08T09:00:00Z" });
    return path;
  },
  async listAppointments(world) {
    await twice(async () => samples.getAppointment?.make(world, world.eva));
    return "/appointments";
  },
  async listNotes(world) {
    const { caseId } = await openQuestion(world);
    await twice(() => world.as(world.eva).post(`/cases/${caseId}/notes`, { text: "Is afraid." }));
    return `/cases/${caseId}/notes`;
  },
  async listConversations(world) {
    const { caseId } = await openQuestion(world);
    await twice(() => talk(world, caseId));
    return `/cases/${caseId}/conversations`;
  },
  async listHelpQuestions(world) {
    const { caseId } = await openQuestion(world);
    const question = { domain: "legal", topics: ["legal-advice"] };
    await world.as(world.eva).post(`/cases/${caseId}/help-questions`, question);
    return `/cases/${caseId}/help-questions`;
  },
  // Their own: eva's leave.
  listCovers: async (world) =>
    twice(async () => {
      const { memberId: coveredById } = await world.member(world.helpline, "counsellor");
      const days = { from: today(world), until: today(world, 1) };
      await world.as(world.eva).post("/covers", { coveredById, ...days });
    }),
  async listClients(world) {
    for (const name of ["One", "Another"])
      await addClient(world.hand(world.helpline.id), {
        name,
        scopes: ["tasks"],
        publicKey: await publicKeyOf(),
      });
  },
  listProposals: async (world) => twice(() => aProposal(world)),
  async listInvitations(world) {
    const { job, helpline } = world;
    await twice(async () => {
      const { memberId = "" } = await world.member(helpline, "counsellor");
      await inviteMember(job(helpline.id), memberId);
    });
  },
  async listAuditCheckpoints(world) {
    const officer = world.as(await world.member(world.helpline, "privacy-officer"));
    await twice(() => officer.post("/audit-checkpoints"));
  },
  listArticles: async (world) => twice(() => anArticle(world)),
  async listArticleVersions(world) {
    const { path } = await anArticle(world);
    await world.as(world.eva).send("PATCH", path, { title: "Controle" }, await tagOfArticle(world, path));
    return `${path}/versions`;
  },
  async listArticleFeedback(world) {
    const { path } = await anArticle(world);
    await twice(() => world.as(world.eva).post(`${path}/feedback`, { opinion: "helpful" }));
    return `${path}/feedback`;
  },
  listReferrals: async (world) => twice(() => makeReferral(world, "offered")),
  listObligations: async (world) =>
    twice(async () => {
      const { path, consentId } = await makeReferral(world, "scheduled");
      await world.as(world.noor).get(`${path}/disclosure`);
      await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    }),
};

async function editTwice(
  world: World,
  collection: string,
  id: string,
  field = "alternateName",
): Promise<void> {
  await twice(async () => {
    const { method, path, body, headers } = await edit(world, "PATCH", collection, id, {
      [field]: randomIds(),
    });
    await world.send(world.noor, method, path, body, headers);
  });
}
