import type { Server } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openServer } from "../../src/host/node-server.ts";
import { protectiveHeaders } from "../../src/platform/http/middleware.ts";
import { createWorld } from "../world/world.ts";

let server: Server;
let port: number;

beforeAll(async () => {
  const { app } = await createWorld();
  server = openServer((request, bindings) => app.fetch(request, bindings)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** Sends these bytes and answers all that comes back until the other end has ended. */
function send(text: string): Promise<string> {
  return new Promise((resolve) => {
    let told = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.setEncoding("latin1");
    socket.on("data", (more) => {
      told += more;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(told));
  });
}

const ask = (line: string, ...fields: string[]) =>
  send(`${[line, "host: handreiking.example", "connection: close", ...fields].join("\r\n")}\r\n\r\n`);

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

function expectHeaders(answer: string): void {
  const [head = ""] = answer.split("\r\n\r\n");
  for (const [name, value] of Object.entries(protectiveHeaders))
    expect(head.toLowerCase()).toContain(`${name}: ${value.toLowerCase()}`);
  expect(head).not.toMatch(/^(server|x-powered-by):/im);
}

describe("over a plain connection", () => {
  test.each([
    ["GET /hsds HTTP/1.1", 200],
    ["HEAD /hsds HTTP/1.1", 200],
    ["GET /v1/events HTTP/1.1", 401],
    ["GET /v1/%65vents HTTP/1.1", 404],
    ["GET /v1%2fevents HTTP/1.1", 404],
    ["GET //v1/events HTTP/1.1", 404],
    ["GET /v1//events HTTP/1.1", 404],
    ["GET /v1/events/ HTTP/1.1", 404],
    ["GET /v1/events;x HTTP/1.1", 404],
    ["GET /V1/events HTTP/1.1", 404],
    ["GET /v1/x%2f..%2fevents HTTP/1.1", 404],
    ["GET \\v1\\events HTTP/1.1", 400],
    ["GET v1/events HTTP/1.1", 400],
    ["TRACE /v1/events HTTP/1.1", 405],
    ["PURGE /v1/events HTTP/1.1", 405],
    ["OPTIONS /v1/events HTTP/1.1", 204],
    ["OPTIONS * HTTP/1.1", 400],
    ["get /v1/events HTTP/1.1", 400],
    ["GET /v1/events HTTP/9.9", 400],
    [`GET /v1/events?after=${"1".repeat(9000)} HTTP/1.1`, 414],
    [`GET /v1/events?after=${"1".repeat(17_000)} HTTP/1.1`, 431],
  ])("%s is answered with %i and the headers", async (line, status) => {
    const answer = await ask(line);
    expect(statusOf(answer)).toBe(status);
    expectHeaders(answer);
    expect(answer).not.toContain("1111");
  });

  test.each([
    ["too large a field", [`x-marker: ${"m".repeat(17_000)}`], 431],
    ["two lengths", ["content-length: 1", "content-length: 2"], 400],
    ["a length and pieces", ["content-length: 1", "transfer-encoding: chunked"], 400],
    ["a field without a name", [": marker"], 400],
    ["a host that is none", ["host: a", "x: y\u0000marker"], 400],
  ])("%s is refused with the headers, and not repeated", async (_, fields, status) => {
    const answer = await ask("GET /v1/events HTTP/1.1", ...fields);
    expect(statusOf(answer)).toBe(status);
    expectHeaders(answer);
    expect(answer).not.toMatch(/marker|mmm/);
  });

  test("a dotted path is what it leads to, and nothing else", async () => {
    for (const path of ["/v1/x/../events", "/v1/./events", "/v1/%2e%2e/v1/events", "/../v1/events"])
      expect([401, 404], path).toContain(statusOf(await ask(`GET ${path} HTTP/1.1`)));
  });

  test("nothing is tunneled or upgraded", async () => {
    expect(await ask("CONNECT evil.example:443 HTTP/1.1")).not.toContain("200");
    const upgraded = await send(
      "GET /v1/events HTTP/1.1\r\nhost: a\r\nconnection: upgrade, close\r\nupgrade: websocket\r\n\r\n",
    );
    expect(statusOf(upgraded)).toBe(401);
  });

  test("a body in pieces is given up once it is too long", async () => {
    const piece = `${(1000).toString(16)}\r\n${"x".repeat(1000)}\r\n`;
    const answer = await ask(
      "POST /hsds/services HTTP/1.1",
      "content-type: application/json",
      `transfer-encoding: chunked\r\n\r\n${piece.repeat(80)}0`,
    );
    expect(statusOf(answer)).toBe(413);
    expectHeaders(answer);
  });
});

test("a sender has so long for its headers, its request and its next one", () => {
  expect(server).toMatchObject({
    headersTimeout: 10_000,
    requestTimeout: 600_000,
    keepAliveTimeout: 5_000,
    maxHeadersCount: 100,
  });
});
