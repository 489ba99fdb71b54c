import { bodyTooLarge, fail, invalidRequest, unsupportedMediaType } from "./problem.ts";
import { findRepeatedKey, type Place } from "./repeated-key.ts";

export const longestBody = 64 * 1024;
const deepest = 32;
const mostKeys = 2000;

const malformed = (detail: string) => fail(invalidRequest, { errors: [{ in: "body", pointer: "", detail }] });

export interface JsonBody {
  /** Undefined when there is no body. */
  value: unknown;
  /** The first object that names a key twice: such a body is to be refused. */
  repeating?: Place;
}

/** What is told of a body that names a key twice; where, once its keys are known to be the contract's. */
export const repeated = "must name each key once";

/** Reads a JSON body of one of `types`, within limits. */
export async function readJson(
  request: Request,
  types: readonly string[] = ["application/json"],
): Promise<JsonBody> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return { value: undefined };
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (!types.includes(type ?? "") || request.headers.has("content-encoding")) fail(unsupportedMediaType);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
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
  const repeating = findRepeatedKey(text);
  return { value, ...(repeating && { repeating }) };
}

/** The body's bytes, given up as soon as they are too many, announced or not. */
export async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length")) > longestBody) fail(bodyTooLarge);
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
