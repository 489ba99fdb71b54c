import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { protectiveHeaders } from "../platform/http/middleware.ts";

export type Answering = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

/** How long a sender may take, in milliseconds: an import of 256 MiB on a slow line needs minutes. */
const times = { headersTimeout: 10_000, requestTimeout: 600_000, keepAliveTimeout: 5_000 };

/** Node's own HTTP server, with limits on what senders may hold open and with our headers on its own refusals. */
export function openServer(answer: Answering): Server {
  const refuse = () => new Response(null, { status: 400, headers: protectiveHeaders });
  const listener = getRequestListener((request, bindings) => answer(request, bindings as HttpBindings), {
    errorHandler: refuse,
  });
  const limits = { ...times, connectionsCheckingInterval: 5_000, maxHeaderSize: 16 * 1024 };
  const server = createServer(limits, listener);
  server.maxHeadersCount = 100;
  return server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (socket.writable) socket.end(plainRefusal(statusOf(error.code)));
    else socket.destroy();
  });
}

const statusOf = (code: string | undefined) =>
  ({
    HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
    ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
  })[code ?? ""] ?? "400 Bad Request";

function plainRefusal(status: string): string {
  const headers = Object.entries(protectiveHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status}\r\n${headers.join("")}content-length: 0\r\nconnection: close\r\n\r\n`;
}
