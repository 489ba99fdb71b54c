import { createApp } from "../../../src/app.ts";
import type { Platform } from "../../../src/platform/context.ts";
import { openPostgres } from "../../../src/platform/database/postgres.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import type { Question } from "../caller.ts";
import { record, type Statement } from "../recorder.ts";
import { idOf } from "./fill.ts";
import { named } from "./replay-move.ts";
import { countRoundTrips } from "./round-trips.ts";

export const moves = {
  acknowledge: { path: "acknowledgement", body: JSON.stringify({ function: "intake" }) },
  accept: { path: "acceptance", body: JSON.stringify({ name: "Noor de Wit", contact: "030-1234567" }) },
} as const;
export type Move = keyof typeof moves;
export const moveNames = Object.keys(moves) as Move[];

export const question = (move: Move, n: number): Question => ({
  method: "POST",
  path: `/v1/referrals/${idOf("referral", n)}/${moves[move].path}`,
  body: moves[move].body,
});

/** The statements of a move, with marks where they name one referral's records and ids that are made. */
export interface Recorded {
  statements: Statement[];
  roundTrips: number;
}

/** These referrals are spent on counting and recording. */
const [warming, counting, recording] = [1, 2, 3] as const;
export const spent = recording;

/** Makes the move three times over the service's own code: to prepare its statements, to count, to record. */
export async function recordMove(
  platform: Platform,
  url: string,
  token: string,
  move: Move,
): Promise<Recorded> {
  const requestOf = (n: number) => {
    const { method, path, body } = question(move, n);
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    return new Request(new URL(path, platform.signing.issuer), { method, headers, body: body ?? "" });
  };
  const roundTrips = await countRoundTrips(url, async (proxied, counted) => {
    const { db, close } = openPostgres(proxied, 1);
    // Quotas are leased for many requests at once: no trip of this one.
    const app = createApp({ ...platform, db }, { rates: {} });
    await app.fetch(requestOf(warming));
    counted.trips = 0;
    const { status } = await app.fetch(requestOf(counting));
    const { trips } = counted;
    if (status !== 200) throw new Error(`${move} answers ${status}`);
    await close();
    return trips;
  });
  const made: string[] = [];
  const newId = () => {
    const id = randomIds();
    made.push(id);
    return id;
  };
  const statements = await record({ ...platform, newId }, url, requestOf(recording));
  const marks = new Map([
    ...named.map((entity) => [idOf(entity, recording), `{${entity}}`] as const),
    ...made.map((id, at) => [id, `{new ${at}}`] as const),
  ]);
  return { roundTrips, statements: statements.map((statement) => marked(statement, marks)) };
}

const marked = ({ query, parameters }: Statement, marks: ReadonlyMap<unknown, string>): Statement => ({
  query,
  parameters: parameters.map((value) => marks.get(value) ?? value),
});
