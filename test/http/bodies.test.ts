import { describe, expect } from "vitest";
import { operations } from "../../src/app.ts";
import { issuer, sharingTest as test, type World } from "../world/world.ts";

const id = "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10";
const taking = operations
  .filter(({ route, streamed }) => route.request?.body && !streamed)
  .map(({ operationId, route }) => ({ operationId, route }));

const deep = (levels: number) => `${'{"a":'.repeat(levels)}0${"}".repeat(levels)}`;

const hostile: [status: number, what: string, body: () => BodyInit, headers?: Record<string, string>][] = [
  [400, "33 levels", () => deep(33)],
  [413, "200,000 levels", () => "[".repeat(200_000)],
  [400, "20,000 levels", () => `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
  [
    400,
    "thousands of keys",
    () => JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [n, 0]))),
  ],
  [413, "100,000 keys", () => `{${Array.from({ length: 100_000 }, (_, n) => `"${n}":0`).join()}}`],
  [413, "a million entries", () => `[${"0,".repeat(1_000_000)}0]`],
  [400, "thousands of entries", () => `[${"0,".repeat(9000)}0]`],
  [400, "a key twice", () => '{"marker":1,"marker":2}'],
  [400, "a key twice, once escaped", () => '{"marker":1,"\\u006darker":2}'],
  [400, "a number beyond all numbers", () => '{"marker":1e400}'],
  [400, "two values", () => "{}{}"],
  [400, "a mark before it", () => "\uFEFF{}"],
  [400, "half a character", () => Uint8Array.from([0x7b, 0xc3])],
  [415, "a coding", () => "{}", { "content-encoding": "gzip" }],
  [415, "a coding that changes nothing", () => "{}", { "content-encoding": "identity" }],
  [415, "another type", () => "{}", { "content-type": "text/json" }],
  [415, "a form", () => "a=1", { "content-type": "application/x-www-form-urlencoded" }],
  [415, "no type", () => new Uint8Array([0x7b, 0x7d]), { "content-type": "" }],
];

async function send(world: World, route: (typeof taking)[number]["route"], init: RequestInit) {
  const path = route.path.replaceAll(/\{\w+\}/g, id);
  return world.app.request(`${issuer}/v1${path}`, {
    ...init,
    method: route.method.toUpperCase(),
    headers: {
      authorization: `Bearer ${await world.tokenOf(world.noor)}`,
      "content-type": Object.keys(route.request?.body?.content ?? {})[0] ?? "",
      "if-match": '"a"',
      ...(init.headers as Record<string, string>),
    },
  });
}

describe.each(taking)("$operationId", ({ route }) => {
  test("refuses every hostile body as the contract says, and repeats none", async ({ world }) => {
    for (const [status, what, body, headers] of hostile) {
      const response = await send(world, route, { body: body(), ...(headers && { headers }) });
      expect(response.status, what).toBe(status);
      expect(await response.text(), what).not.toContain("marker");
    }
  });
});

test("a body whose length nobody told is given up as soon as it is too long", async ({ world }) => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(10_000));
    },
  });
  const [search] = taking;
  if (!search) throw new Error("no operation takes a body");
  const response = await send(world, search.route, { body: endless, duplex: "half" } as RequestInit);
  expect(response.status).toBe(413);
  expect(pulled).toBeLessThan(12);
});

test("a key named twice is told with the object that names it, and never kept", async ({ world }) => {
  const send = (body: string) => world.as(world.eva).post("/cases", body);
  expect(await send('{"relation":"harmed","language":"nl","relation":"relative"}')).toMatchObject({
    status: 400,
    body: { errors: [{ in: "body", pointer: "", detail: "must name each key once" }] },
  });
  const { body: opened } = await send('{"relation":"harmed","language":"nl"}');
  const answer = await world
    .as(world.eva)
    .put(
      `/cases/${opened.id}/contact`,
      '{"name":"Marije","phones":[{"number":"06 12345678"},{"number":"1","number":"06 87654321"}]}',
    );
  expect(answer).toMatchObject({
    status: 400,
    body: { errors: [{ in: "body", pointer: "/phones/1", detail: "must name each key once" }] },
  });
});

test("of a body that is wrong besides, no key is told", async ({ world }) => {
  const answer = await world.as(world.eva).post("/cases", '{"marker":{"marker":1,"marker":2}}');
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toContainEqual({ in: "body", pointer: "", detail: "must name each key once" });
  expect(JSON.stringify(answer.body)).not.toContain("marker");
});
