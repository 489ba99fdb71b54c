import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { fromBase64Url, toBase64Url, toHex } from "../platform/keys/crypto.ts";
import { LedgerFault } from "./fault.ts";
import type { LedgerKey, LedgerKeys } from "./keys.ts";

/** Entries `first` to `last`, and the chain's hash before and after them, in hex. */
export interface Span {
  first: number;
  last: number;
  before: string;
  hash: string;
}

const format = "handreiking-ledger-1";
const nonceLength = 12;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The chain's next hash. `before`: in hex; empty at its beginning. */
export const chained = (before: string, text: string): string =>
  createHash("sha256").update(Buffer.from(before, "hex")).update(text).digest("hex");

const authenticate = (key: LedgerKey, ...parts: (string | number)[]): Buffer =>
  createHmac("sha256", key.authentication).update(JSON.stringify(parts)).digest();

/** What binds an entry to its place. */
const placeOf = (number: number, before: string) => bytesOf(`${format} ${number} ${before}`);

/**
 * The object that holds a segment. The same entries make the same bytes: the nonce is drawn from what is encrypted, so
 * that two histories of one number never share one.
 */
export async function writeSegment(
  [key]: LedgerKeys,
  span: Span,
  texts: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { first, last, before, hash } = span;
  const head = [format, key.kid, first, last, before || "-", hash];
  const lines = [[...head, toBase64Url(authenticate(key, "segment", ...head))].join(" ")];
  let chain = before;
  let number = first;
  for (const text of texts) {
    lines.push(`${number} ${toBase64Url(await encrypt(key, number, chain, text))}`);
    chain = chained(chain, text);
    number += 1;
  }
  if (chain !== hash || number !== last + 1)
    throw new LedgerFault("not-authentic", "the database's own ledger does not hash to what it says");
  return bytesOf(`${lines.join("\n")}\n`);
}

async function encrypt(key: LedgerKey, number: number, before: string, text: string) {
  const iv = new Uint8Array(authenticate(key, "nonce", number, before, text)).slice(0, nonceLength);
  const additionalData = placeOf(number, before);
  const box = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData },
    key.encryption,
    bytesOf(text),
  );
  return Buffer.concat([iv, new Uint8Array(box)]);
}

/** The first line of a segment, authenticated. `first`: what its name says. */
export function readHead(keys: LedgerKeys, first: number, content: Uint8Array): Span & { key: LedgerKey } {
  const [line = ""] = new TextDecoder().decode(content.subarray(0, 512)).split("\n");
  const [version, kid, from, until, before = "", hash = "", mac = "", ...more] = line.split(" ");
  const unlike = () =>
    new LedgerFault("not-authentic", `the segment of line ${first} is not what was written`);
  if (version !== format || more.length > 0) throw unlike();
  const key = keys.find((one) => one.kid === kid);
  if (!key)
    throw new LedgerFault("other-key", `the segment of line ${first} was written under another LEDGER_KEY`);
  const span = { first: Number(from), last: Number(until) };
  const expected = authenticate(key, "segment", version, key.kid, span.first, span.last, before, hash);
  const given = fromBase64Url(mac) ?? new Uint8Array();
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw unlike();
  if (span.first !== first)
    throw new LedgerFault(
      "not-authentic",
      `line ${span.first} stands twice: also in the place of line ${first}`,
    );
  return { ...span, before: before === "-" ? "" : before, hash, key };
}

/** The texts of a segment, each authenticated in its place. Throws LedgerFault with the number of the first bad line. */
export async function readSegment(
  keys: LedgerKeys,
  first: number,
  content: Uint8Array,
): Promise<Span & { texts: string[] }> {
  const { key, ...span } = readHead(keys, first, content);
  const [, ...lines] = new TextDecoder().decode(content).split("\n");
  if (lines.pop() !== "") throw new LedgerFault("incomplete", `line ${first + lines.length} is cut off`);
  const texts: string[] = [];
  let chain = span.before;
  for (const [index, line] of lines.entries()) {
    const text = await readLine(key, span, first + index, chain, line);
    texts.push(text);
    chain = chained(chain, text);
  }
  const next = first + lines.length;
  if (next <= span.last) throw new LedgerFault("incomplete", `line ${next} is missing`);
  if (chain !== span.hash) throw new LedgerFault("not-authentic", `line ${span.last} ends another chain`);
  return { ...span, texts };
}

async function readLine(key: LedgerKey, { last }: Span, number: number, before: string, line: string) {
  const [, said, box = ""] = /^(\d{1,16}) ([\w-]+)$/.exec(line) ?? [];
  if (said === undefined) throw new LedgerFault("not-authentic", `line ${number} is not what was written`);
  if (Number(said) < number || number > last)
    throw new LedgerFault("not-authentic", `line ${said} stands twice or out of order`);
  if (Number(said) > number) throw new LedgerFault("incomplete", `line ${number} is missing`);
  const sealed = fromBase64Url(box) ?? new Uint8Array();
  try {
    const text = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: sealed.slice(0, nonceLength), additionalData: placeOf(number, before) },
      key.encryption,
      sealed.slice(nonceLength),
    );
    return new TextDecoder().decode(text);
  } catch {
    throw new LedgerFault("not-authentic", `line ${number} is not what was written`);
  }
}

export const hexOf = (bytes: Uint8Array): string => toHex(bytes);
