import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

const accessKeyId = "handreiking";
const secretAccessKey = "a secret of the store's own";
const region = "nl-ams";

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

/** Whether the request is signed as AWS Signature Version 4 asks, written from its description. */
function isSigned(request: IncomingMessage, url: URL, body: Buffer): boolean {
  const [, credential = "", signedHeaders = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=(\w+)$/.exec(
      request.headers.authorization ?? "",
    ) ?? [];
  const [key, date = "", where, service, end] = credential.split("/");
  if (key !== accessKeyId || where !== region || service !== "s3" || end !== "aws4_request") return false;
  const time = String(request.headers["x-amz-date"]);
  const hashed = String(request.headers["x-amz-content-sha256"]);
  if (!time.startsWith(date) || (hashed !== "UNSIGNED-PAYLOAD" && hashed !== sha256(body))) return false;
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");
  const headers = signedHeaders.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, url.pathname, query, headers.join(""), signedHeaders, hashed].join("\n");
  const scope = `${date}/${region}/s3/aws4_request`;
  const signing = [region, "s3", "aws4_request"].reduce<Buffer>(hmac, hmac(`AWS4${secretAccessKey}`, date));
  const expected = hmac(signing, ["AWS4-HMAC-SHA256", time, scope, sha256(canonical)].join("\n"));
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * An S3-compatible store as far as a ledger asks for one: signatures, If-None-Match, pages of a list. It is no server
 * of anybody's: what a real one does otherwise is not tried here.
 */
export async function startStore(bucket = "backups", pageSize = 3) {
  const objects = new Map<string, Buffer>();
  const state = { objects, asked: [] as string[], failing: 0 };
  const answerOf = (request: IncomingMessage, url: URL, body: Buffer): [number, string | Buffer] => {
    if (!isSigned(request, url, body)) return [403, "<Error><Code>SignatureDoesNotMatch</Code></Error>"];
    if (state.failing > 0) return [state.failing, "<Error/>"];
    const [, named, ...rest] = decodeURIComponent(url.pathname).split("/");
    const key = rest.join("/");
    if (named !== bucket) return [404, "<Error><Code>NoSuchBucket</Code></Error>"];
    if (request.method === "GET" && key === "") return [200, listOf(url.searchParams)];
    if (request.method === "GET") return objects.has(key) ? [200, objects.get(key) ?? ""] : [404, ""];
    if (request.method === "DELETE") return objects.delete(key) ? [204, ""] : [204, ""];
    if (request.method !== "PUT") return [405, ""];
    if (request.headers["if-none-match"] === "*" && objects.has(key)) return [412, ""];
    objects.set(key, body);
    return [200, ""];
  };
  const listOf = (query: URLSearchParams) => {
    const [prefix, after] = [query.get("prefix") ?? "", query.get("start-after") ?? ""];
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, pageSize).map((key) => `<Contents><Key>${key}</Key></Contents>`);
    return `<ListBucketResult><IsTruncated>${keys.length > pageSize}</IsTruncated>${page.join("")}</ListBucketResult>`;
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? "/", "http://store");
    state.asked.push(`${request.method} ${url.pathname}`);
    const [status, answer] = answerOf(request, url, Buffer.concat(chunks));
    response.writeHead(status).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    ...state,
    fail: (status: number) => {
      state.failing = status;
    },
    bucket: { url: `http://127.0.0.1:${port}/${bucket}/ledger`, region, accessKeyId, secretAccessKey },
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
