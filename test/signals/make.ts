import { randomIds } from "../../src/platform/ids.ts";
import { openQuestion } from "../handoff/make.ts";
import { asParticipant } from "../walls/raw.ts";
import type { Person, World } from "../world/world.ts";

export const movementCodes = { kind: "spiritual", basis: "religious", sizeBand: "25-99" };

/** Another one each time, without digits: nine of them in a row may be a citizen number, which is refused. */
export const movementName = (kind = "Huis") =>
  `${kind} ${randomIds().replaceAll(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "")}`;

/** A movement of the helpline, registered by Eva unless said, under a name of its own. */
export async function aMovement(world: World, by: Person = world.eva, name = movementName()) {
  const { body } = await world.as(by).post("/movements", { name, ...movementCodes });
  return { id: body.id as string, name };
}

/** A signal that De Brug told, as it is typed in. */
export const partnerSignal = (world: World, movementId: string) => ({
  movementId,
  kinds: ["coercion", "financial-abuse"],
  nature: "both",
  fromYear: 2019,
  toYear: 2023,
  goingOn: false,
  sourceRelation: "partner",
  reliability: "seen",
  reportedById: world.bridge.id,
});

export async function aSignal(world: World, movementId: string, by: Person = world.eva, more = {}) {
  const { body } = await world.as(by).post("/signals", { ...partnerSignal(world, movementId), ...more });
  return body.id as string;
}

/** A conversation of a new case of Eva's, unless said. */
export async function aConversation(world: World, by: Person = world.eva) {
  const { caseId } = await openQuestion(world, by);
  const id = randomIds();
  await asParticipant(
    world.platform.db,
    by.participantId,
    `insert into handreiking.conversation
      (id, participant_id, case_id, counsellor_id, started_at, minutes, channel, topics, outcome, recorded_at)
      values ('${id}', '${by.participantId}', '${caseId}', '${by.memberId}', '${world.clock.time.toISOString()}', 30,
        'phone', '{coercion}', 'listened', '${world.clock.time.toISOString()}')`,
  );
  return { id, caseId };
}
