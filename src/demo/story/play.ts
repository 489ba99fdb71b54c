import { handOverByPhone } from "./by-phone.ts";
import { eventsOf } from "./calls.ts";
import { introduce } from "./introduction.ts";
import { answerOffer, findPartner, offerHandoff, openCase } from "./offer.ts";
import type { Stage } from "./stage.ts";
import { withdraw } from "./withdrawal.ts";

/** The main job of the service, played by three people and a telephone; every claim in it is checked. */
export async function playStory(stage: Stage): Promise<void> {
  const found = await findPartner(stage);
  const caseId = await openCase(stage);
  const offered = await offerHandoff(stage, caseId, found);
  await answerOffer(stage, offered.id);
  await introduce(stage, offered);
  await withdraw(stage, offered);
  await handOverByPhone(stage, caseId);
  await readEvents(stage);
}

async function readEvents({ step, tell, eva, noor, sam }: Stage): Promise<void> {
  await step("Each side reads its own events", async () => {
    for (const person of [eva, noor, sam]) tell.state(`${person.organization}: ${await eventsOf(person)}`);
  });
}
