import { reached } from "../claims.ts";
import { offerTo } from "./calls.ts";
import { until } from "./introduction.ts";
import type { Offered, Stage } from "./stage.ts";

/** A partner outside the network, with a telephone and no login: the same handoff, written down by the counsellor. */
export async function handOverByPhone(stage: Stage, caseId: string): Promise<void> {
  const { step, tell, eva } = stage;
  const offered = await step(
    "A third need: Eva offers it to a partner that only has a telephone",
    async () => {
      const words = "gratis juridisch advies";
      const { items } = await eva.handreiking.POST("/service-searches", { body: { words } });
      const found = items.find(({ service }) => service.organization.name === "Het Juridisch Loket")?.service;
      if (!found || found.handoff.receives)
        throw new Error("Het Juridisch Loket is to be outside the network");
      tell.state(`found: ${found.name} (${found.organization.name}), by telephone`);
      return offerTo(eva, caseId, { domain: "legal", topics: ["legal-advice"], serviceId: found.id });
    },
  );
  await speak(stage, offered);
}

async function speak({ step, tell, eva }: Stage, { id }: Offered): Promise<void> {
  const { POST } = eva.handreiking;
  const params = { path: { referralId: id } };
  const by = { name: "Anne Visser", function: "adviser", contact: "0800-8020" };
  await step("She phones, and writes down who took it up", async () => {
    const body = { answer: "accepted", by } as const;
    reached(tell, await POST("/referrals/{referralId}/spoken-answers", { params, body }), "accepted");
  });
  const introducedAt = await step("She tells how the caller is reached, and notes to whom", async () => {
    const at = new Date(Date.now() + 3_000);
    const to = { name: by.name, function: by.function };
    const disclosure = { method: "spoken" as const, categories: ["contact" as const], to };
    const body = { at: at.toISOString(), channel: "three-way-call", disclosure } as const;
    reached(tell, await POST("/referrals/{referralId}/introduction", { params, body }), "scheduled");
    return at;
  });
  await step(
    "The three speak; the partner says so on the telephone, and the caller says so too",
    async () => {
      await until(introducedAt);
      const answer = { answer: "contact-confirmed", by } as const;
      await POST("/referrals/{referralId}/spoken-answers", { params, body: answer });
      const body = { confirmedBy: "caller" } as const;
      reached(
        tell,
        await POST("/referrals/{referralId}/contact-confirmation", { params, body }),
        "connected",
      );
    },
  );
}
