import { actingMember, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";

/** Reading and changing requests takes a person of the helpline; a system may only bring new ones. */
export function permitPerson(ctx: Context): void {
  permit(ctx, "requests");
  actingMember(ctx);
}
