import { expect } from "vitest";
import { randomIds } from "../../src/platform/ids.ts";
import { sharingTest as test } from "../world/world.ts";
import { ask, bearer } from "./systems.ts";

/** Tokens that the service itself would never give: what they say is compared with what holds all the same. */
test.for(["of another participant", "who does not exist"])(
  "a token to act for a member %s is none",
  async (who, { world }) => {
    const memberId = who === "who does not exist" ? randomIds() : world.eva.memberId;
    const own = await world.tokenOf(world.noor);
    const forged = await world.tokenOf({ ...world.noor, ...(memberId && { memberId }) });
    expect((await ask(world, bearer(own))).status).toBe(200);
    expect((await ask(world, bearer(forged))).status).toBe(401);
  },
);
