import type { Platform } from "../../platform/context.ts";

export type SessionLimits = NonNullable<Platform["sessionLimits"]>;

const minute = 60_000;

export const usualLimits: SessionLimits = { idle: 30 * minute, absolute: 12 * 60 * minute };

/** Seen once more only after so long: not every request writes. */
const seenEach = minute;

export const isWorthNoting = (seenAt: Date, now: Date): boolean =>
  now.getTime() - seenAt.getTime() >= seenEach;

/** A session seen last before then has been idle too long. */
export const idleSince = (now: Date, { idle }: SessionLimits): Date => new Date(now.getTime() - idle);
