import { reached, refused } from "../claims.ts";
import { offerTo, search } from "./calls.ts";
import { fixWith } from "./introduction.ts";
import type { Offered, Stage } from "./stage.ts";

/** A second need, disclosed to a second partner, until the caller has second thoughts. */
export async function withdraw(stage: Stage, first: Offered): Promise<void> {
  const second = await offerSecond(stage, first.caseId);
  await fixWith(stage, stage.sam, second);
  await takeBack(stage, second);
  await deleteAll(stage, second);
  await stage.step("The first handoff stands: each consent is for one recipient", async () => {
    const params = { path: { referralId: first.id } };
    const referral = await stage.noor.handreiking.GET("/referrals/{referralId}", { params });
    reached(stage.tell, referral, "completed");
  });
}

async function offerSecond({ step, tell, eva, sam }: Stage, caseId: string): Promise<Offered> {
  const second = await step("A second need: Eva offers it to Sam, on a consent of its own", async () => {
    const words = "ik wil aangifte doen maar weet niet hoe het strafproses gaat";
    tell.say(`The caller: "${words}"`);
    const { serviceId } = await search(tell, eva, sam.organization, words);
    return offerTo(eva, caseId, { domain: "legal", topics: ["criminal-proceedings"], serviceId });
  });
  await step("Sam accepts it", async () => {
    const body = { name: "Sam Bakker", contact: "030-7654321" };
    const params = { path: { referralId: second.id } };
    const accepted = await sam.handreiking.POST("/referrals/{referralId}/acceptance", { params, body });
    reached(tell, accepted, "accepted");
  });
  return second;
}

async function takeBack({ step, tell, eva, sam }: Stage, { id, consentId }: Offered): Promise<void> {
  const params = { path: { referralId: id } };
  const fetchAgain = () => sam.handreiking.GET("/referrals/{referralId}/disclosure", { params });
  await step("Sam fetches who the caller is", async () => {
    const { categories } = await fetchAgain();
    tell.state(`fetched, and written down for Eva to see: ${categories.join(" and ")}`);
  });
  await step("The caller has second thoughts and withdraws this consent", async () => {
    const { POST, GET } = eva.handreiking;
    await POST("/consents/{consentId}/withdrawal", { params: { path: { consentId } } });
    reached(tell, await GET("/referrals/{referralId}", { params }), "withdrawn");
  });
  await step("In the same moment there is nothing left for Sam to fetch", async () => {
    await refused(tell, fetchAgain(), 410, "disclosure-gone");
    const seen = await sam.handreiking.GET("/referrals/{referralId}", { params });
    if (seen.summary) throw new Error("Sam can still read the summary");
  });
}

async function deleteAll({ step, tell, eva, sam }: Stage, { id }: Offered): Promise<void> {
  await step("What Sam had read is owed back: he deletes it, and says so", async () => {
    const query = { direction: "owing" } as const;
    const { items } = await sam.handreiking.GET("/obligations", { params: { query } });
    if (items.length !== 1 || items[0]?.id !== id) throw new Error("Sam is to owe exactly this");
    const params = { path: { obligationId: id } };
    const body = { endedAs: "deleted", function: "privacy officer" } as const;
    await sam.handreiking.POST("/obligations/{obligationId}/fulfilment", { params, body });
  });
  await step("Eva can tell the caller", async () => {
    const params = { path: { referralId: id } };
    const { obligation } = await eva.handreiking.GET("/referrals/{referralId}", { params });
    if (obligation?.endedAs !== "deleted") throw new Error("The obligation is to be met");
    tell.state(`what ${sam.organization} held of the caller is ${obligation.endedAs}`);
  });
}
