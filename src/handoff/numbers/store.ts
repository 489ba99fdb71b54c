import { type SQL, sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { declineReasons } from "../codes.ts";
import type { Quarter } from "./quarter.ts";

/** A count is null where it is withheld. */
export interface NumbersRow {
  partnerId: string | null;
  partnerName: string | null;
  offers: number;
  acknowledged: number | null;
  acknowledgeMedian: number | null;
  acknowledgeSlow: number | null;
  answered: number | null;
  answerMedian: number | null;
  answerSlow: number | null;
  introduced: number | null;
  introduceMedian: number | null;
  introduceSlow: number | null;
  declines: Partial<Record<(typeof declineReasons)[number], number>>;
  lapses: number | null;
}

const figures = sql`partner_id as "partnerId",
  (select name from handreiking.participant where id = partner_id) as "partnerName", offers,
  acknowledged, acknowledge_median as "acknowledgeMedian", acknowledge_slow as "acknowledgeSlow",
  answered, answer_median as "answerMedian", answer_slow as "answerSlow",
  introduced, introduce_median as "introduceMedian", introduce_slow as "introduceSlow", declines, lapses`;

const time = (moment: Date): SQL => sql`${moment.toISOString()}::timestamptz`;

type Part = NumbersRow & { part: "all" | "partner" };

/** What the actor's participant sent, from `start` until before `end`: together, and of each partner. */
export const listOwnNumbers = (tx: Database, ctx: Context, start: Date, end: Date): Promise<Part[]> =>
  rows<Part>(
    tx,
    sql`select part, ${figures}
      from handreiking.handoff_numbers(${time(start)}, ${time(end)}, ${ctx.actor.participantId}::uuid, 0)`,
  );

/** What all sent in a closed quarter, of the partners with ten or more offers, and of the others together. */
export const listNetworkNumbers = (
  tx: Database,
  { year, quarter }: Quarter,
  now: Date,
): Promise<NumbersRow[]> =>
  rows<NumbersRow>(
    tx,
    sql`select ${figures} from handreiking.network_numbers(${year}::int, ${quarter}::int, ${time(now)})`,
  );
