import { bodyTooLarge, fail, invalidRequest, unsupportedMediaType } from "./problem.ts";

export const longestBody = 64 * 1024;
const deepest = 32;
const mostKeys = 2000;

const malformed = (detail: string) => fail(invalidRequest, { errors: [{ in: "body", pointer: "", detail }] });

/** Reads a JSON body within limits; undefined when there is none. Of a repeated key the last one counts. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return undefined;
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json" || request.headers.has("content-encoding")) fail(unsupportedMediaType);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return malformed("must be UTF-8");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The engine's message quotes the body.
    return malformed("must be well-formed JSON");
  }
  if (!isModest(value)) malformed(`may be ${deepest} levels deep and hold ${mostKeys} values at most`);
  return value;
}

/** The body's bytes, given up as soon as they are too many, announced or not. */
export async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  // fetch knows no body of these.
  if (request.method === "GET" || request.method === "HEAD") return new Uint8Array();
  const announced = Number(request.headers.get("content-length"));
  if (announced > longestBody) fail(bodyTooLarge);
  // What is announced bounds what comes, and is read at once.
  const bytes = announced > 0 ? new Uint8Array(await request.arrayBuffer()) : await readChunks(request);
  if (bytes.length > longestBody) fail(bodyTooLarge);
  return bytes;
}

async function readChunks(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > longestBody) fail(bodyTooLarge);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

// Without recursion: JSON.parse accepts depths at which JSON.stringify overflows the stack.
function isModest(value: unknown): boolean {
  const open: [unknown, number][] = [[value, 1]];
  let seen = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const [current, depth] = next;
    if (++seen > mostKeys || depth > deepest) return false;
    if (current && typeof current === "object")
      for (const child of Object.values(current)) open.push([child, depth + 1]);
  }
  return true;
}
