import type { Context, Platform } from "../../platform/context.ts";

/** A member at the door: who they are has been shown, and nothing is permitted yet. */
export const asMember = (
  { log: _, fetchOutside: __, ...platform }: Platform,
  { participantId, memberId }: { participantId: string; memberId: string },
): Context => ({
  ...platform,
  actor: { kind: "member", id: memberId, participantId, permissions: new Set() },
});
