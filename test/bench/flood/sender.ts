import { connect, type Socket } from "node:net";

/** What the flood is made of; the parent says when it ends, and is then told how much there was. */
export interface FloodOrder {
  url: string;
  bodies: string[];
  connections: number;
  /** Milliseconds after which an answer is not waited for any longer, and a new connection is made. */
  patience: number;
}

let sent = 0;
let stopped = false;
const open = new Set<Socket>();

process.once("message", ({ url, bodies, connections, patience }: FloodOrder) => {
  const { hostname, port, host } = new URL(url);
  const requests = bodies.map((body) =>
    [
      "POST /oauth/token HTTP/1.1",
      `Host: ${host}`,
      "Content-Type: application/x-www-form-urlencoded",
      `Content-Length: ${body.length}`,
      "",
      body,
    ].join("\r\n"),
  );
  const begin = () => {
    if (stopped) return;
    const socket = connect(Number(port), hostname);
    const next = () => socket.write(requests[sent++ % requests.length] ?? "");
    open.add(socket);
    socket.setTimeout(patience, () => socket.destroy());
    socket.on("connect", next);
    socket.on("data", next);
    socket.on("error", () => {});
    socket.on("close", () => {
      open.delete(socket);
      setImmediate(begin);
    });
  };
  for (let count = 0; count < connections; count++) begin();
  process.send?.("begun");
});

process.on("message", (message) => {
  if (message !== "stop") return;
  stopped = true;
  for (const socket of open) socket.destroy();
  process.send?.(sent);
  process.disconnect();
});
