import type { EntityName } from "./entities/index.ts";

/** What is wrong with a file as such: nothing of it can be taken. */
export class FileFault extends Error {
  readonly row: number;
  /** Which of several files; undefined for the only one. */
  readonly file: string | undefined;
  constructor(row: number, reason: string, file?: string) {
    super(reason);
    this.row = row;
    this.file = file;
  }
}

export interface Element {
  /** Counted from 1 over the whole file. */
  row: number;
  /** Which of several files; absent for the only one. */
  file?: string;
  /** Which table, where its file tells. */
  entity?: EntityName;
  value: Record<string, unknown>;
}

const largest = 1024 * 1024;
const deepest = 32;
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];
const isSpace = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * Cuts a file into its records, in constant memory: a list of objects, one object, objects one after the other
 * (NDJSON), and pages, whose records stand in `contents`.
 */
export async function* readElements(input: AsyncIterable<Uint8Array>): AsyncGenerator<Element> {
  const cutter = new Cutter();
  for await (const chunk of input) yield* cutter.cut(chunk);
  cutter.end();
}

class Cutter {
  private row = 0;
  private begun = false;
  /** Between the values of the file, in a list before an element or after one, or inside an object. */
  private place: "file" | "element" | "comma" | "object" = "file";
  /** What surrounds the list that is being read: the file, or a page. */
  private page: Collector | undefined;
  private inList = false;
  private mayEnd = false;
  private object = new Collector();

  *cut(bytes: Uint8Array): Generator<Element> {
    let at = !this.begun && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    while (at < bytes.length) {
      if (this.place === "object") {
        const end = this.object.take(bytes, at, this.row + 1);
        at = end.next;
        if (end.at === "list") this.enterPage();
        else if (end.at === "end") yield* this.leaveObject();
      } else at = this.step(bytes[at] ?? 0, at);
    }
  }

  /** Answers where reading goes on: at the same byte if an object begins with it. */
  private step(byte: number, at: number): number {
    if (isSpace(byte)) return at + 1;
    this.begun = true;
    if (byte === openObject && (this.place === "file" || this.place === "element")) {
      this.place = "object";
      this.object = new Collector(!this.inList);
      return at;
    }
    if (byte === openList && this.place === "file") this.enterList();
    else if (byte === comma && this.place === "comma") {
      this.place = "element";
      this.mayEnd = false;
    } else if (byte === closeList && (this.place === "comma" || (this.place === "element" && this.mayEnd)))
      this.leaveList();
    else this.refuse(byte);
    return at + 1;
  }

  private refuse(byte: number): never {
    const binary = byte === 0 || byte >= 0x80;
    throw new FileFault(
      this.row + 1,
      binary ? "the file is not UTF-8" : this.inList ? "not a list of objects" : "the file is not JSON",
    );
  }

  private enterList() {
    this.inList = true;
    this.mayEnd = true;
    this.place = "element";
  }

  private enterPage() {
    this.page = this.object;
    this.enterList();
  }

  private leaveList() {
    this.inList = false;
    this.place = this.page ? "object" : "file";
    if (this.page) this.object = this.page.leaveList();
  }

  private *leaveObject(): Generator<Element> {
    const value = this.object.value(this.row + 1);
    this.place = this.inList ? "comma" : "file";
    if (this.object === this.page) this.page = undefined;
    else yield { row: ++this.row, value };
  }

  end() {
    if (!this.begun) throw new FileFault(0, "the file is empty");
    if (this.place !== "file") throw new FileFault(this.row + 1, "the file is cut off");
  }
}

/** Gathers the bytes of one object, and notices a list under `contents` if it may be a page. */
class Collector {
  private parts: Uint8Array[] = [];
  private size = 0;
  private depth = 0;
  private inText = false;
  private escaped = false;
  private word = "";
  private key = "";
  private readonly mayBePage: boolean;

  constructor(mayBePage = false) {
    this.mayBePage = mayBePage;
  }

  take(bytes: Uint8Array, from: number, row: number): { next: number; at: "end" | "list" | "more" } {
    for (let at = from; at < bytes.length; at++) {
      const seen = this.inText ? this.text(bytes[at] ?? 0) : this.mark(bytes[at] ?? 0, row);
      if (seen) {
        this.keep(bytes, from, at + 1, row);
        return { next: at + 1, at: seen };
      }
    }
    this.keep(bytes, from, bytes.length, row);
    return { next: bytes.length, at: "more" };
  }

  private text(byte: number): undefined {
    if (this.escaped) this.escaped = false;
    else if (byte === backslash) this.escaped = true;
    else if (byte === quote) this.inText = false;
    if (this.mayBePage && this.depth === 1 && this.inText && this.word.length < 10)
      this.word += String.fromCharCode(byte);
  }

  private mark(byte: number, row: number): "end" | "list" | undefined {
    if (byte === quote) {
      this.inText = true;
      this.word = "";
    } else if (byte === openObject || byte === openList) {
      if (++this.depth > deepest) throw new FileFault(row, `nested deeper than ${deepest} levels`);
      if (this.mayBePage && byte === openList && this.depth === 2 && this.key === "contents") return "list";
    } else if (byte === closeObject || byte === closeList) {
      if (--this.depth === 0) return "end";
    } else if (this.depth === 1 && byte === colon) this.key = this.word;
    else if (this.depth === 1 && byte === comma) this.key = "";
    return undefined;
  }

  private keep(bytes: Uint8Array, from: number, to: number, row: number) {
    this.size += to - from;
    if (this.size > largest) throw new FileFault(row, "a record is larger than 1 MiB");
    this.parts.push(bytes.slice(from, to));
  }

  /** The page's list was read elsewhere: here it is empty. */
  leaveList(): this {
    this.parts.push(Uint8Array.of(closeList));
    this.depth--;
    return this;
  }

  value(row: number): Record<string, unknown> {
    const whole = new Uint8Array(this.parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.length;
    }
    return parse(decode(whole, row), row);
  }
}

function decode(bytes: Uint8Array, row: number): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileFault(row, "the file is not UTF-8");
  }
}

function parse(text: string, row: number): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileFault(row, "the file is not JSON");
  }
}
