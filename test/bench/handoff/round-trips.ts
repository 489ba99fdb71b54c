import { connect, createServer } from "node:net";

/** Stands before the database of `url`, and counts how often something is asked of it before an answer is waited for. */
export async function countRoundTrips<T>(
  url: string,
  work: (url: string, counted: { trips: number }) => Promise<T>,
): Promise<T> {
  const counted = { trips: 0 };
  const [target, proxied] = [new URL(url), new URL(url)];
  const server = createServer((asking) => {
    const answering = connect(Number(target.port), target.hostname);
    let waiting = false;
    asking.on("data", (chunk) => {
      if (!waiting) counted.trips++;
      waiting = true;
      answering.write(chunk);
    });
    answering.on("data", (chunk) => {
      waiting = false;
      asking.write(chunk);
    });
    asking.on("close", () => answering.destroy());
    answering.on("close", () => asking.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  proxied.hostname = "127.0.0.1";
  proxied.port = String(typeof address === "object" && address ? address.port : 0);
  try {
    return await work(proxied.href, counted);
  } finally {
    server.close();
  }
}
