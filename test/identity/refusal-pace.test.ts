import { describe, expect, test } from "vitest";
import { createPace } from "../../src/identity/refusal-pace.ts";

/** A pace on a clock of its own, and how long each refusal was told to wait. */
function paced(pace: { perSecond: number; burst: number; longest: number }) {
  const waits: number[] = [];
  let now = 0;
  const turn = createPace(pace, {
    elapsed: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });
  const refuse = async (times: number) => {
    const from = waits.length;
    for (let refused = 0; refused < times; refused++) await turn();
    return waits.slice(from);
  };
  return {
    refuse,
    later: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe("a refusal", () => {
  test("is answered at once in quiet times", async () => {
    const { refuse, later } = paced({ perSecond: 10, burst: 3, longest: 1000 });
    expect(await refuse(3)).toEqual([]);
    later(100);
    expect(await refuse(1)).toEqual([]);
    later(10_000);
    expect(await refuse(3)).toEqual([]);
  });

  test("waits for its turn when there are many, each longer than the one before", async () => {
    const { refuse, later } = paced({ perSecond: 10, burst: 3, longest: 1000 });
    expect(await refuse(6)).toEqual([100, 200]);
    later(200);
    expect(await refuse(1)).toEqual([100]);
  });

  test("waits no longer than the longest wait", async () => {
    const { refuse } = paced({ perSecond: 10, burst: 1, longest: 300 });
    expect(await refuse(20)).toEqual([100, 200, 300]);
  });
});
