import { describe, expect } from "vitest";
import { createApp, operations } from "../../src/app.ts";
import { consoleLog, type LogEntry } from "../../src/platform/log.ts";
import { issuer, sharingTest as test, type World } from "../world/world.ts";

const marker = "kanarie";
const id = "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10";

/** What a line may hold, and nothing else. */
const line = {
  at: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
  requestId: /^[\da-f-]{36}$/,
  operationId: /^(?:-|[A-Za-z]+|hsds\/[a-z_]+(?:\/id)?)$/,
  status: /^\d{3}$/,
  milliseconds: /^\d+(?:\.\d)?$/,
  participantId: /^[\da-f-]{36}$/,
  actorId: /^[\da-f-]{36}$/,
  failure: /^[\w()-]{1,60}$/,
};

function logging(world: World) {
  const lines: string[] = [];
  const { log: _, ...platform } = world.platform;
  const log = (entry: LogEntry) => lines.push(JSON.stringify(entry));
  return { app: createApp({ ...platform, log }, { rates: {} }), lines };
}

/** The same marker wherever a request may carry something, in the dress of what readers of logs trip over. */
const hostile = (method: string, path: string, authorization?: string): [string, RequestInit][] => {
  const dressed = `${marker}\\n{"status":200}\\u001b[31m`;
  const headers = {
    "user-agent": `${marker} \t{"status":200}`,
    "x-forwarded-for": marker,
    "x-request-id": marker,
    referer: `https://${marker}.example`,
    cookie: `session=${marker}`,
    dpop: marker,
    "idempotency-key": `"${marker}"`,
    "if-match": `"${marker}"`,
    "if-none-match": `"${marker}"`,
    ...(authorization && { authorization }),
  };
  const withBody = !["GET", "HEAD", "DELETE"].includes(method);
  const body = withBody ? JSON.stringify({ [marker]: dressed, words: dressed, name: dressed }) : undefined;
  return [
    [`${path}?${marker}=${marker}%0a%7b%22status%22`, { method, headers }],
    [
      path,
      {
        method,
        headers: { ...headers, ...(withBody && { "content-type": "application/json" }) },
        ...(body && { body }),
      },
    ],
    [`${path}/${marker}`, { method, headers }],
    [`${path}%0a${marker}`, { method, headers }],
    [path, { method: "PURGE", headers }],
    [path, { method, headers: { ...headers, authorization: `Bearer ${marker}.${marker}.${marker}` } }],
  ];
};

describe.each(operations.map(({ operationId, route }) => ({ operationId, route })))(
  "$operationId",
  ({ route }) => {
    test("leaves lines of ids and counts, whatever is sent", async ({ world }) => {
      const { app, lines } = logging(world);
      const path = `${issuer}/v1${route.path.replaceAll(/\{\w+\}/g, id)}`;
      const authorization = `Bearer ${await world.tokenOf(world.noor)}`;
      const requests = hostile(route.method.toUpperCase(), path, authorization);
      const instances: string[] = [];
      for (const [url, init] of requests) {
        const response = await app.request(url, init);
        const text = await response.text();
        if (response.status < 400) continue;
        expect(text).not.toContain(marker);
        instances.push(JSON.parse(text).instance.replace("urn:uuid:", ""));
      }
      expect(lines).toHaveLength(requests.length);
      expect(lines.join()).not.toContain(marker);
      for (const text of lines) expectLine(text);
      // What is looked for can be found: whoever asks for help names it.
      expect(instances.length).toBeGreaterThan(0);
      for (const instance of instances) expect(lines.join()).toContain(instance);
    });
  },
);

function expectLine(text: string): void {
  expect(text).not.toMatch(/\p{Cc}/u);
  for (const [name, value] of Object.entries(JSON.parse(text))) {
    expect(Object.keys(line)).toContain(name);
    expect(String(value)).toMatch(line[name as keyof typeof line]);
  }
}

test.for(["/oauth/token", "/hsds/services", "/hsds/organizations/x", "/docs", "/problems/x", "/sign-in"])(
  "%s leaves such lines too",
  async (path, { world }) => {
    const { app, lines } = logging(world);
    for (const [url, init] of hostile("POST", `${issuer}${path}`)) await app.request(url, init);
    expect(lines.join()).not.toContain(marker);
    for (const text of lines) expectLine(text);
  },
);

test("the console gets one line of JSON for each", async () => {
  const written: string[] = [];
  const { info } = console;
  console.info = (text: string) => written.push(text);
  try {
    consoleLog({ at: "a\nb", requestId: "\u001b", operationId: "-", status: 200, milliseconds: 1 });
  } finally {
    console.info = info;
  }
  expect(written).toHaveLength(1);
  expect(written[0]).not.toMatch(/\p{Cc}/u);
});
