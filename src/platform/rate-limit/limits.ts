import type { Context as HonoContext, MiddlewareHandler } from "hono";
import type { HttpEnv } from "../http/middleware.ts";
import { fail, tooManyRequests } from "../http/problem.ts";
import { countedAddress } from "./address.ts";
import type { Meter } from "./meter.ts";
import type { Count } from "./rate.ts";

export interface Limits {
  /** Counts a request that has said who it is. */
  byActor(c: HonoContext<HttpEnv>, rate: string, actor: string): Promise<void>;
  /** Counts by where a request comes from: for what is open to everyone. */
  byAddress(rate: string): MiddlewareHandler<HttpEnv>;
  /** Counts every request that this instance takes. */
  byInstance(rate: string): MiddlewareHandler<HttpEnv>;
}

/** `addressOf`: the other end of a request, as far as the runtime knows it. */
export function createLimits(
  meter: Meter,
  addressOf: (c: HonoContext) => string | undefined = () => undefined,
): Limits {
  const tell = (c: HonoContext<HttpEnv>, count: Count | undefined) => {
    if (!count) return;
    c.set("count", count);
    if (count.refused) fail(tooManyRequests);
  };
  return {
    async byActor(c, rate, actor) {
      tell(c, await meter.take(rate, actor));
    },
    byAddress: (rate) => async (c, next) => {
      tell(c, await meter.take(rate, countedAddress(addressOf(c))));
      await next();
    },
    byInstance: (rate) => async (c, next) => {
      const count = meter.takeHere(rate, "");
      // What the service as a whole can take is nobody's to know, until it is used up.
      if (count?.refused) tell(c, count);
      await next();
    },
  };
}
