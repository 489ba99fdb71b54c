/* Outlook's own wrapping of a mail, winmail.dat: [MS-OXTNEF]. Only what is to be read is read. */

const signature = 0x223e9f78;
const attribute = { body: 0x0002800c, properties: 0x00069003, codePage: 0x00069007, fileName: 0x00018010 };
const property = { body: 0x1000, html: 0x1013 };
const most = { attributes: 2000, properties: 2000, values: 1000 };

export interface Unwrapped {
  text?: string;
  html?: string;
  /** Of the files within. */
  names: string[];
}

/** Undefined for what is no winmail.dat. What is broken off is read as far as it goes. */
export function unwrapTnef(bytes: Uint8Array): Unwrapped | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 6 || view.getUint32(0, true) !== signature) return undefined;
  const found: Unwrapped = { names: [] };
  let encoding = "windows-1252";
  let at = 6;
  for (let count = 0; count < most.attributes && at + 9 <= view.byteLength; count++) {
    const id = view.getUint32(at + 1, true);
    const length = view.getUint32(at + 5, true);
    const value = bytes.subarray(at + 9, at + 9 + length);
    if (id === attribute.codePage && value.length >= 4) encoding = encodingOf(value);
    else if (id === attribute.body) found.text ??= decoded(value, encoding);
    else if (id === attribute.fileName) found.names.push(decoded(value, encoding));
    else if (id === attribute.properties) readProperties(value, encoding, found);
    at += 9 + length + 2;
  }
  return found;
}

/** A Windows code page's number as the Encoding standard names it. */
function encodingOf(value: Uint8Array): string {
  const page = new DataView(value.buffer, value.byteOffset, 4).getUint32(0, true);
  if (page === 65001) return "utf-8";
  return page >= 1250 && page <= 1258 ? `windows-${page}` : "windows-1252";
}

const decoded = (value: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding).decode(value).split("\0", 1)[0] ?? "";

/** The size in bytes of a property's value by its type; undefined for one with a length of its own. */
const sizes: Readonly<Record<number, number>> = {
  1: 0,
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};

/** Reads values one after the other; throws RangeError past the end. */
class Reader {
  at = 0;
  private readonly value: Uint8Array;
  private readonly view: DataView;

  constructor(value: Uint8Array) {
    this.value = value;
    this.view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  }

  number(): number {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  bytes(length: number): Uint8Array {
    const taken = this.value.subarray(this.at, this.at + length);
    // Each value is filled up to four bytes.
    this.at += Math.ceil(length / 4) * 4;
    return taken;
  }

  get isAtEnd(): boolean {
    return this.at >= this.value.length;
  }
}

function readProperties(value: Uint8Array, encoding: string, found: Unwrapped): void {
  const reader = new Reader(value);
  try {
    const count = Math.min(reader.number(), most.properties);
    for (let place = 0; place < count && !reader.isAtEnd; place++) readProperty(reader, encoding, found);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

function readProperty(reader: Reader, encoding: string, found: Unwrapped): void {
  const tag = reader.number();
  const [type, id] = [tag & 0xffff, tag >>> 16];
  if (id >= 0x8000) skipName(reader);
  const single = type & 0xefff;
  const size = sizes[single];
  const values = type & 0x1000 || size === undefined ? Math.min(reader.number(), most.values) : 1;
  for (let place = 0; place < values && !reader.isAtEnd; place++) {
    const held = reader.bytes(size ?? reader.number());
    if (id === property.body && single === 0x1f) found.text ??= decoded(held, "utf-16le");
    else if (id === property.body && single === 0x1e) found.text ??= decoded(held, encoding);
    else if (id === property.html) found.html ??= new TextDecoder("utf-8").decode(held);
  }
}

/** A property named by its maker: by a number, or in words. */
function skipName(reader: Reader): void {
  reader.bytes(16);
  if (reader.number() === 0) reader.number();
  else reader.bytes(reader.number());
}
