import { expect, test } from "vitest";
import { systemClock } from "../../src/client/clock.ts";

test("a wait ends by itself", async () => {
  await expect(systemClock.wait(1, new AbortController().signal)).resolves.toBeUndefined();
});

test("a wait ends at once when its signal aborts, before or during it", async () => {
  const reason = new Error("no longer needed");
  const during = new AbortController();
  const waiting = systemClock.wait(60_000, during.signal);
  during.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(systemClock.wait(60_000, AbortSignal.abort(reason))).rejects.toBe(reason);
});
