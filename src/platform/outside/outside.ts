import { isLoopbackUrl, isPublicUrl } from "./address.ts";

/** A request to somebody else's server: no redirects, little patience, short answers. */
export type FetchOutside = (url: string, init?: RequestInit) => Promise<Response>;

/** Its message reaches nobody: the name says what kept the request from being answered. */
export class OutsideFault extends Error {
  constructor(reason: "AddressRefused" | "AnswerTooLong" | "NoAnswer") {
    super(reason);
    this.name = reason;
  }
}

/** Milliseconds that an answer may take, and bytes that it may have. */
export const patience = 15_000;
const longestAnswer = 64 * 1024;

/** The URL, if a request may go there. `loopback`: whether this service is only tried out, on its own machine. */
export function permitted(input: string, loopback: boolean): URL {
  const url = URL.canParse(input) ? new URL(input) : undefined;
  if (url && (isPublicUrl(url) || (loopback && isLoopbackUrl(url)))) return url;
  throw new OutsideFault("AddressRefused");
}

export async function readAnswer(body: AsyncIterable<Uint8Array> | null): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > longestAnswer) throw new OutsideFault("AnswerTooLong");
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

/** Where the platform itself reaches nothing but the public internet, as Workers do by `global_fetch_strictly_public`. */
export const fetchStrictlyPublic: FetchOutside = async (input, init) => {
  const url = permitted(input, false);
  const answer = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(patience) });
  const bytes = await readAnswer(answer.body);
  return new Response(bytes.length > 0 ? bytes : null, { status: answer.status, headers: answer.headers });
};
