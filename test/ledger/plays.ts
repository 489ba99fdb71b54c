import { addClient } from "../../src/identity/index.ts";
import { fillCase, openQuestion } from "../handoff/make.ts";
import { publicKeyOf } from "../world/keys.ts";
import type { World } from "../world/world.ts";

const tag = (headers: Headers) => ({ "if-match": headers.get("etag") ?? "" });

/** What is done where the sample request of an operation is one of those that take nothing away. */
export const plays: Record<string, (world: World) => Promise<unknown>> = {
  async agreePartnership(world) {
    const other = await world.participant("Een ander", { sends: true });
    const coordinator = await world.member(world.operator, "coordinator");
    return world
      .as(coordinator)
      .put(`/participants/${other.id}/partnership`, { sends: false, receives: true });
  },
  async changeClient(world) {
    const { id } = await addClient(world.job(world.helpline.id), {
      name: "System",
      scopes: ["events:read", "tasks"],
      publicKey: await publicKeyOf(),
    });
    const jan = world.as(await world.member(world.helpline, "administrator"));
    const { headers } = await jan.get(`/clients/${id}`);
    return jan.send(
      "PATCH",
      `/clients/${id}`,
      { scopes: ["tasks"] },
      {
        ...tag(headers),
        "content-type": "application/merge-patch+json",
      },
    );
  },
  async agreeCodeWord(world) {
    const { caseId } = await openQuestion(world);
    for (const word of ["blauwe fiets", "groene fiets"])
      await world.as(world.eva).put(`/cases/${caseId}/code-word`, { word });
  },
  async checkCodeWord(world) {
    const { caseId } = await openQuestion(world);
    const eva = world.as(world.eva);
    await fillCase(world, caseId);
    await eva.put(`/cases/${caseId}/code-word`, { word: "blauwe fiets" });
    for (let n = 0; n < 5; n++) await eva.post(`/cases/${caseId}/code-word-checks`, { word: "rode fiets" });
  },
  async keepWebForm(world) {
    const coordinator = world.as(await world.member(world.helpline, "coordinator"));
    for (const open of [true, false]) await coordinator.put("/web-form", { open });
  },
};

/** What takes away only in a case that is not played here: of these no entry is asked for, and none but theirs allowed. */
export const atTimes: readonly string[] = [
  "recordOverride",
  "keepIdentityProvider",
  "linkMember",
  "confirmProposal",
  "inviteMember",
  "takeOverCase",
  "acceptHandOver",
  "handOverCase",
  "nameColleagues",
  "endHelpQuestion",
  "recordSpokenAnswer",
  "fixIntroduction",
  "resealDisclosure",
  "reportMissedIntroduction",
  "checkRequestCodeWord",
  "reportLeave",
  "recordNoAnswer",
  "recordConversation",
  "decideObjection",
  "reviewOverride",
];
