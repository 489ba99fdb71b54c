import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fetchFromNode } from "../../../src/platform/outside/from-node.ts";

let server: Server;
let url: string;
let asked = 0;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    asked++;
    if (request.url === "/moved") return response.writeHead(302, { location: "/long" }).end();
    if (request.url === "/long") return response.end("a".repeat(64 * 1024 + 1));
    let body = "";
    for await (const chunk of request) body += chunk;
    response.setHeader("set-cookie", ["a=1", "b=2"]);
    response.writeHead(201, { "x-method": request.method });
    return response.end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});
afterAll(() => {
  server.close();
});

const ask = fetchFromNode(true);

test("what is sent arrives, and what is answered comes back", async () => {
  const answer = await ask(url, { method: "POST", body: new URLSearchParams({ code: "één" }) });
  expect({
    status: answer.status,
    method: answer.headers.get("x-method"),
    text: await answer.text(),
  }).toEqual({
    status: 201,
    method: "POST",
    text: "code=%C3%A9%C3%A9n",
  });
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

test("a redirect is an answer like another: it is not followed", async () => {
  const before = asked;
  expect((await ask(`${url}/moved`)).status).toBe(302);
  expect(asked).toBe(before + 1);
});

test("an answer that is too long is given up", async () => {
  await expect(ask(`${url}/long`)).rejects.toThrow("AnswerTooLong");
});

test("a server that is not there gives no answer", async () => {
  await expect(ask("http://127.0.0.1:1")).rejects.toThrow("NoAnswer");
});

describe("where the service is not tried out", () => {
  test("its own machine is not reached, by whichever name", async () => {
    const before = asked;
    await expect(fetchFromNode(false)(url)).rejects.toThrow("AddressRefused");
    expect(asked).toBe(before);
  });
});
