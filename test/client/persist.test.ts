import { describe, expect } from "vitest";
import { openQuestion } from "../handoff/make.ts";
import { test, type World } from "../world/world.ts";
import { callsOf, type Fetch, systemOf } from "./system.ts";

const isCall = ({ url }: Request) => new URL(url).pathname.startsWith("/v1/");

/** Eva's system, whose calls go through `way`; the sign-in goes straight to the service. */
async function evaThrough(world: World, way: (through: Fetch) => Fetch) {
  const system = await systemOf(world, world.helpline);
  const through = way(system.fetch);
  const fetch: Fetch = (request) => (isCall(request) ? through(request) : system.fetch(request));
  return { ...system, handreiking: system.connect({ onBehalfOf: world.eva.memberId, fetch }) };
}

/** A way that goes wrong, as `wrong` says, the first `times` times. */
const failing = (times: number, wrong: Fetch) => (through: Fetch) => {
  let left = times;
  return (request: Request) => (left-- > 0 ? wrong(request) : through(request));
};

const busy = (headers: Record<string, string> = {}) => Response.json({}, { status: 503, headers });
const keysOf = (sent: readonly Request[]) =>
  callsOf(sent).map(({ headers }) => headers.get("idempotency-key"));

async function draft(world: World) {
  const { questionId } = await openQuestion(world);
  return {
    helpQuestionId: questionId,
    serviceId: world.bridge.serviceId,
    ageBand: "26-64",
    ageBandOf: "caller",
    urgency: "normal",
  } as const;
}

describe("a request whose answer is lost", () => {
  test("is sent again with the same key and makes one record", async ({ world }) => {
    const eva = await evaThrough(world, (through) =>
      failing(1, async (request) => {
        expect((await through(request)).status).toBe(201);
        throw new TypeError("connection lost");
      })(through),
    );
    const referral = await eva.handreiking.POST("/referrals", { body: await draft(world) });
    expect(new Set(keysOf(eva.sent)).size).toBe(1);
    expect(keysOf(eva.sent)).toHaveLength(2);

    const { items } = await eva.handreiking.GET("/referrals", { params: { query: { direction: "sent" } } });
    expect(items.map(({ id }) => id)).toEqual([referral.id]);
  });

  test("also when the answer breaks off halfway", async ({ world }) => {
    const eva = await evaThrough(world, (through) =>
      failing(1, async (request) => {
        await through(request);
        const body = new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"id":'));
            controller.error(new TypeError("connection lost"));
          },
        });
        return new Response(body, { status: 201 });
      })(through),
    );
    await eva.handreiking.POST("/referrals", { body: await draft(world) });
    const { items } = await eva.handreiking.GET("/referrals", { params: { query: { direction: "sent" } } });
    expect(items).toHaveLength(1);
  });

  test("is given up after four attempts, with the network's own error", async ({ world }) => {
    const lost = new TypeError("no network");
    const eva = await evaThrough(world, () => () => Promise.reject(lost));
    await expect(eva.handreiking.GET("/services")).rejects.toBe(lost);
    expect(callsOf(eva.sent)).toHaveLength(4);
    expect(eva.waits).toHaveLength(3);
    for (const [place, pause] of eva.waits.entries()) {
      expect(pause).toBeGreaterThanOrEqual(125 * 2 ** place);
      expect(pause).toBeLessThanOrEqual(250 * 2 ** place);
    }
  });

  test("every POST has a key of its own, unless its caller gives one", async ({ world }) => {
    const eva = await evaThrough(world, (through) => through);
    const body = { relation: "harmed", language: "nl" } as const;
    const first = await eva.handreiking.POST("/cases", { body });
    const second = await eva.handreiking.POST("/cases", { body });
    expect(second.id).not.toBe(first.id);
    const idempotencyKey = "call-of-monday-1";
    const third = await eva.handreiking.POST("/cases", { body, idempotencyKey });
    const again = await eva.handreiking.POST("/cases", { body, idempotencyKey });
    expect(again.id).toBe(third.id);
    expect(new Set(keysOf(eva.sent)).size).toBe(3);
    await eva.handreiking.GET("/services");
    expect(keysOf(eva.sent).at(-1)).toBeNull();
  });
});

describe("a service that is too busy", () => {
  test("is asked again after the pause that it names", async ({ world }) => {
    const answers = [busy({ "retry-after": "3" }), busy({ "retry-after": "Mon, 05 Jan 2026 09:00:07 GMT" })];
    const eva = await evaThrough(
      world,
      failing(2, () => answers.shift() ?? busy()),
    );
    expect((await eva.handreiking.GET("/services")).items.length).toBeGreaterThan(0);
    expect(eva.waits).toEqual([3000, 7000]);
  });

  test("while the first request with the key is still running", async ({ world }) => {
    const running = () => Response.json({ type: "/problems/idempotency-key-busy" }, { status: 409 });
    const eva = await evaThrough(world, failing(2, running));
    await eva.handreiking.POST("/referrals", { body: await draft(world) });
    expect(keysOf(eva.sent)).toHaveLength(3);
    expect(new Set(keysOf(eva.sent)).size).toBe(1);
  });

  test("is left alone when it asks for more time than anybody waits", async ({ world }) => {
    const eva = await evaThrough(
      world,
      failing(1, () => busy({ "retry-after": "3600" })),
    );
    await expect(eva.handreiking.GET("/services")).rejects.toMatchObject({ status: 503 });
    expect(eva.waits).toEqual([]);
  });

  test("and still busy at the end, the call fails with its answer", async ({ world }) => {
    const eva = await evaThrough(world, () => () => busy());
    await expect(eva.handreiking.GET("/services")).rejects.toMatchObject({ status: 503 });
    expect(callsOf(eva.sent)).toHaveLength(4);
  });
});

describe("what is not repeated", () => {
  test("a refusal", async ({ world }) => {
    const eva = await evaThrough(world, (through) => through);
    const body = { ...(await draft(world)), urgency: "acute" } as const;
    await expect(eva.handreiking.POST("/referrals", { body })).rejects.toMatchObject({
      code: "acute-is-a-phone-call",
    });
    expect(callsOf(eva.sent)).toHaveLength(1);
  });

  test("a call that its caller has ended", async ({ world }) => {
    const ended = new AbortController();
    const eva = await evaThrough(world, () => ({ signal }) => {
      ended.abort(new Error("the counsellor closed the page"));
      return Promise.reject(signal.reason);
    });
    const call = eva.handreiking.GET("/services", { signal: ended.signal });
    await expect(call).rejects.toThrow("the counsellor closed the page");
    expect(callsOf(eva.sent)).toHaveLength(1);
  });
});
