import { sealDisclosure } from "../../../src/client/index.ts";
import { data, helpline, partner, sender } from "../../client/disclosure/sealing.ts";
import type { TestDatabase } from "../../world/database.ts";
import { createWorld, type Person } from "../../world/world.ts";
import { consentTerms, openQuestion } from "../make.ts";
import type { Counsellor, Partner } from "./commands.ts";
import { helplineOf } from "./model.ts";

/** Two helplines, each with the owner of its cases and a colleague named in them; De Brug, and a partner by phone. */
export async function setStage(database: TestDatabase) {
  const world = await createWorld(database);
  const phone = await world.participant("Belpunt", { reach: "phone" });
  const cast = await Promise.all(
    [world.helpline, world.elsewhere].map(async (of) => ({
      id: of.id,
      owner: await world.member(of, "counsellor"),
      colleague: await world.member(of, "counsellor"),
      privacy: await world.member(of, "privacy-officer"),
      coordinator: await world.member(of, "coordinator"),
    })),
  );
  const add = (of: { id: string; clientId: string }, use: string, publicKey: object) =>
    world.as({ participantId: of.id, clientId: of.clientId }).post("/participant-keys", { use, publicKey });
  for (const of of [world.helpline, world.elsewhere]) await add(of, "enc", helpline.pinned.key);
  await add(world.bridge, "enc", partner.pinned.key);

  const of = (question: number) => {
    const found = cast[helplineOf(question)];
    if (!found) throw new Error("no such helpline");
    return found;
  };
  const questions: { caseId: string; questionId: string }[] = [];
  for (const question of [0, 1, 2]) {
    const { owner, colleague } = of(question);
    const opened = await openQuestion(world, owner);
    const path = `/cases/${opened.caseId}/colleagues`;
    const etag = (await world.as(owner).get(path)).headers.get("etag") ?? "";
    await world.as(owner).put(path, { memberIds: [colleague.memberId] }, { "if-match": etag });
    questions.push(opened);
  }
  return {
    world,
    helplineIds: cast.map(({ id }) => id),
    of,
    writer: (question: number, who: Counsellor): Person => of(question)[who],
    question(question: number) {
      const found = questions[question];
      if (!found) throw new Error("no such question");
      return found;
    },
    recipient: (who: Partner) => (who === "bridge" ? world.bridge : phone),
    /** In the order in which they were made, as in the model. */
    referralIds: [] as string[],
    consentIds: [] as string[],
    overrideIds: [] as string[],
  };
}

export type Stage = Awaited<ReturnType<typeof setStage>>;

export const consentFor = (purpose: "handoff" | "feedback") => ({
  ...consentTerms,
  purpose,
  textVersion: `${purpose}-2026.1`,
});

export const told = {
  method: "spoken",
  categories: ["contact"],
  to: { name: "Noor", function: "intake" },
};

/** What is sealed for De Brug; what it names of its basis, the server cannot see. */
export const sealed = async (referralId: string, basis: { consentId: string } | { overrideId: string }) => ({
  method: "key",
  categories: ["contact"],
  sealed: await sealDisclosure({
    referralId,
    basis,
    categories: ["contact"],
    data: { contact: data.contact },
    signingKey: sender.own,
    recipient: partner.pinned,
    helpline: helpline.pinned,
  }),
});
