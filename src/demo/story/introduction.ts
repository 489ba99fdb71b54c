import { setTimeout } from "node:timers/promises";
import { type Disclosed, openDisclosure, type Schemas, sealDisclosure } from "../../client/index.ts";
import { reached, refused } from "../claims.ts";
import { comparedKey } from "../keys.ts";
import type { Person } from "../network.ts";
import { recordConsent } from "./calls.ts";
import type { Offered, Stage } from "./stage.ts";

/** Made up, as everybody here is. */
const told = {
  contact: {
    name: "Mira",
    phone: "06-12345678",
    safeContact: { times: ["any day"], voicemailAllowed: false, sayToOthers: "About the bicycle" },
  },
  identity: { familyName: "de Jong" },
} satisfies Disclosed;

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** From the safe way to reach the caller to what came of the handoff. */
export async function introduce(stage: Stage, offered: Offered): Promise<void> {
  await keepSafeContact(stage, offered.caseId);
  const introducedAt = await fixWith(stage, stage.noor, offered);
  await readDisclosure(stage, offered);
  await confirm(stage, offered, introducedAt);
  await reportBack(stage, offered);
}

async function keepSafeContact({ step, tell, eva }: Stage, caseId: string): Promise<void> {
  const { PUT, POST } = eva.handreiking;
  const params = { path: { caseId } };
  await step(
    "Eva writes down how the caller is reached without danger, and checks it with them",
    async () => {
      const windows = days.map((weekday) => ({ weekday, from: "00:00", to: "00:00" }));
      const body = { channel: "phone", windows, mayLeaveVoicemail: false } as const;
      await PUT("/cases/{caseId}/safe-contact", { params, body });
      const safe = await POST("/cases/{caseId}/safe-contact/verification", { params });
      if (safe.stale) throw new Error("What was just checked is not to be stale");
      tell.state("safe contact: phone, no voicemail, checked with the caller");
    },
  );
}

/** Fixes the introduction a few seconds from now, and seals who the caller is for the recipient's key. */
export function fixWith({ step, tell, eva }: Stage, partner: Person, offered: Offered): Promise<Date> {
  const { organization, participantId, keys } = partner;
  return step(
    `Eva fixes the introduction, and seals who the caller is for ${organization} alone`,
    async () => {
      tell.say(`She compared the thumbprint of its key on the telephone: ${keys.thumbprints.receiving}.`);
      const recipient = await comparedKey(eva.handreiking, participantId, keys.thumbprints.receiving);
      const helpline = await comparedKey(eva.handreiking, eva.participantId, eva.keys.thumbprints.receiving);
      const categories = ["contact", "identity"] as const;
      const sealed = await sealDisclosure({
        referralId: offered.id,
        basis: { consentId: offered.consentId },
        categories,
        data: told,
        signingKey: eva.keys.signing,
        recipient,
        helpline,
      });
      const at = new Date(Date.now() + 3_000);
      const referral = await eva.handreiking.POST("/referrals/{referralId}/introduction", {
        params: { path: { referralId: offered.id } },
        body: {
          at: at.toISOString(),
          channel: "three-way-call",
          // What jose types loosely, the contract names field by field.
          disclosure: {
            method: "key",
            categories: [...categories],
            sealed: sealed as Schemas["SealedDisclosure"],
          },
        },
      });
      reached(tell, referral, "scheduled");
      return at;
    },
  );
}

async function readDisclosure({ step, tell, eva, noor, sam }: Stage, { id }: Offered): Promise<void> {
  const params = { path: { referralId: id } };
  await step(`Sam at ${sam.organization} cannot fetch it`, async () => {
    const fetched = sam.handreiking.GET("/referrals/{referralId}/disclosure", { params });
    await refused(tell, fetched, 404, "referral-not-found");
  });
  await step(`Noor fetches it, and opens it with the key of ${noor.organization}`, async () => {
    const { sealed, categories } = await noor.handreiking.GET("/referrals/{referralId}/disclosure", {
      params,
    });
    if (JSON.stringify(sealed).includes(told.contact.name)) throw new Error("It was to be sealed");
    const sender = await comparedKey(noor.handreiking, eva.participantId, eva.keys.thumbprints.signing);
    const opener = noor.keys.receiving;
    const { data } = await openDisclosure(sealed, { referralId: id, categories, sender, opener });
    tell.say(
      `She reads: ${data.contact?.name} ${data.identity?.familyName}, ${data.contact?.phone}, no voicemail.`,
    );
    tell.state(`opened and verified: ${categories.join(" and ")}`);
  });
}

async function confirm({ step, tell, eva, noor }: Stage, { id }: Offered, introducedAt: Date) {
  const params = { path: { referralId: id } };
  await step("The three speak, and Noor confirms the contact", async () => {
    await until(introducedAt);
    const body = { confirmedBy: "partner" } as const;
    const { POST } = noor.handreiking;
    reached(tell, await POST("/referrals/{referralId}/contact-confirmation", { params, body }), "scheduled");
  });
  await step("The caller confirms it too, to Eva: two persons, two sides", async () => {
    const body = { confirmedBy: "caller" } as const;
    const { POST } = eva.handreiking;
    reached(tell, await POST("/referrals/{referralId}/contact-confirmation", { params, body }), "connected");
  });
}

async function reportBack({ step, tell, eva, noor }: Stage, { id, caseId, recipientId }: Offered) {
  const report = () =>
    noor.handreiking.POST("/referrals/{referralId}/outcome", {
      params: { path: { referralId: id } },
      body: { outcome: "helped" },
    });
  await step("Noor may not tell Eva how it went: the caller was not asked", async () => {
    await refused(tell, report(), 409, "feedback-not-agreed");
  });
  await step("The caller agrees to feedback, and Noor reports what came of it", async () => {
    await recordConsent(eva, caseId, recipientId, "feedback");
    const completed = await report();
    reached(tell, completed, "completed");
    tell.say(`It ${completed.outcome?.outcome}.`);
  });
}

/** The introduction has begun. */
export async function until(time: Date): Promise<void> {
  while (Date.now() <= time.getTime()) await setTimeout(50);
}
