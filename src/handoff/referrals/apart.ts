interface Told {
  toldApart: number;
  offeredAt: Date | null;
}

/**
 * When an ending that one cause brings about at `moment`, for several recipients at once, is dated for this one. Were
 * it the same millisecond for all, two of them could tell that they were offered the same person. Later, never
 * earlier: what was done before it stays before it.
 */
export const toldAt = ({ toldApart, offeredAt }: Told, moment: Date): Date =>
  offeredAt ? new Date(moment.getTime() + toldApart) : moment;

const minute = 60_000;

/**
 * The last time until `now` that comes as long after a full minute as `due` does, which has passed: what one clock
 * tells several recipients in one go is dated by what was due of each.
 */
export const beatOf = (due: Date, now: Date): Date =>
  new Date(due.getTime() + Math.floor((now.getTime() - due.getTime()) / minute) * minute);
