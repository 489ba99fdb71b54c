import { sql } from "drizzle-orm";
import { tick } from "../../../src/handoff/index.ts";
import { steps } from "../../../src/handoff/referrals/referral.ts";
import type { Platform } from "../../../src/platform/context.ts";
import { rows } from "../../../src/platform/database/transact.ts";
import type { Person, World } from "../../world/world.ts";

/** Lets the clock come by at `time`, or now. */
export async function tickAt(world: World, time?: string | Date, platform: Platform = world.platform) {
  if (time) world.clock.time = new Date(time);
  await tick(platform);
}

/** What somebody's feed tells of a record, in order; what happened at one time in the order of a referral's life. */
export async function toldTo(world: World, person: Person, subjectId: string): Promise<string[]> {
  const { body } = await world.as(person).get("/events?pageSize=100");
  const told: { type: string; at: string }[] = body.items
    .filter((event: { subjectId: string }) => event.subjectId === subjectId)
    .map(({ type, at }: { type: string; at: string }) => ({ type: type.replace("referral.", ""), at }));
  const place = ({ type }: { type: string }) => (steps as readonly string[]).indexOf(type);
  return told
    .sort((one, other) => one.at.localeCompare(other.at) || place(one) - place(other))
    .map(({ type }) => type);
}

/** The deadlines that the clock keeps of a referral, as its sender has them. */
export async function keptOf(world: World, id: string) {
  return world.platform.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('handreiking.participant', ${world.helpline.id}, true)`);
    const [row] = await rows<Record<"stage" | "lapseAt" | "wakeAt", string>>(
      tx,
      sql`select stage, to_json(lapse_at)#>>'{}' as "lapseAt", to_json(wake_at)#>>'{}' as "wakeAt"
        from handreiking.referral where id = ${id}::uuid`,
    );
    return row;
  });
}
