import { isEnded, isLive, isOpen } from "./model.ts";
import type { Observed } from "./observed.ts";

const past = (time: string | null, now: Date) => time !== null && new Date(time) <= now;
const same = (one: readonly string[], other: readonly string[]) =>
  JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

const sameTime = (one: string | null, other: string | null) =>
  one !== null && other !== null && Date.parse(one) === Date.parse(other);

type Invariant = (one: Observed, all: readonly Observed[]) => boolean;

/** What holds of every referral whatever was done (I1 to I10 of drizzle/README.md); I7, I8 and all that time does need more than a look. */
const invariants: Record<string, Invariant> = {
  I1: (one) => isOpen(one.state) === one.disclosed && (isOpen(one.state) || !one.keyed),
  I2: (one) => !isLive(one.state) || one.basisLive,
  I3: ({ state, confirmations }) => !["connected", "completed"].includes(state) || byTwo(confirmations),
  I4: (one) =>
    !owes(one) ||
    (one.obligation !== null && (one.obligation.endedAs === "retained") === (one.obligation.ground !== null)),
  I5: (one, all) =>
    all.filter((other) => other.helpQuestionId === one.helpQuestionId && other.disclosed).length <= 1,
  I6: (one, all) => {
    const siblings = all.filter((other) => other.helpQuestionId === one.helpQuestionId && other.offered);
    const left =
      siblings.length > 0 && siblings.every(({ state }) => isEnded(state) && state !== "completed");
    return !left || (one.owner !== null && one.nextAction !== null && one.nextActionOn !== null);
  },
  suspension: (one) =>
    !one.suspended || !isLive(one.state) || (one.onOverride && sameTime(one.dueAt, one.basisEnds)),
  I9: (one) => (one.dueAt !== null) === isLive(one.state) && (one.wakeAt !== null) === !isEnded(one.state),
  I10: ({ entries, senderTold, recipientTold }) =>
    same(entries, senderTold) &&
    same(
      recipientTold,
      // To its recipient a suspension is a withdrawal.
      entries
        .filter((entry) => isTold(entry, entries))
        .map((entry) => (entry === "referral.suspended" ? "referral.withdrawn" : entry)),
    ),
};

/** One of each side; and two writers, unless the caller is one of the two who say so. */
function byTwo(confirmations: Observed["confirmations"]): boolean {
  const helpline = confirmations.find(({ side }) => side === "helpline");
  const recipient = confirmations.find(({ side }) => side === "recipient");
  if (!helpline || !recipient) return false;
  return helpline.recordedBy !== recipient.recordedBy || helpline.confirmedBy === "caller";
}

const owes = ({ state, fetched, consentWithdrawn }: Observed) =>
  fetched && isEnded(state) && (state !== "completed" || consentWithdrawn);

/** The recipient hears of everything from the offer on. */
const isTold = (entry: string, entries: readonly string[]) =>
  entry !== "referral.drafted" && entries.includes("referral.offered");

/** Which invariants are broken, and for which referral. */
export const broken = (all: readonly Observed[]): string[] =>
  all.flatMap((one) =>
    Object.entries(invariants)
      .filter(([, holds]) => !holds(one, all))
      .map(([name]) => `${name}: ${one.state} ${one.id}`),
  );

/** What a clock that has just looked leaves undone: nothing. */
export const undone = (all: readonly Observed[], now: Date): string[] =>
  all.flatMap((one) => [
    ...(past(one.wakeAt, now) ? [`I9: nobody woke ${one.id}`] : []),
    ...(isLive(one.state) && past(one.basisEnds, now) ? [`I2: rests on nothing ${one.id}`] : []),
    ...(one.obligation && !one.obligation.endedAs && past(one.obligation.dueAt, now)
      ? [`I4: nobody asks ${one.id}`]
      : []),
  ]);

/** What has ended absorbs: the same state and the same last move as when it ended. */
export function revived(ended: Map<string, string>, all: readonly Observed[]): string[] {
  const changed: string[] = [];
  for (const { id, state, moveId } of all) {
    const stood = ended.get(id);
    if (stood !== undefined && stood !== `${state} ${moveId}`) changed.push(`I8: ${stood} became ${state}`);
    if (isEnded(state)) ended.set(id, `${state} ${moveId}`);
  }
  return changed;
}
