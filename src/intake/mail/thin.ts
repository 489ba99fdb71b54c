/** How much of one part of a mail is kept; of longer ones only their beginning is read. */
const mostOfPart = { bytes: 512 * 1024, lines: 20_000 };
/** Of all parts together. Each line takes its time to be read, however short it is. */
const mostOfMail = { bytes: 4 * 1024 * 1024, lines: 80_000, parts: 2000 };
/** As much of a line as may tell a boundary; RFC 2046 allows 70 characters. */
const mostOfHead = 1024;
const mostBoundaries = 1000;

const lineFeed = 10;
const hyphen = 45;

/**
 * A mail without the rest of its long parts, made as it arrives: what is held is bounded, however long the mail.
 * Where a part was shortened, its Content-Description tells by how much, as `bytes/kept`.
 */
export async function thin(body: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const thinner = new Thinner();
  for await (const chunk of body) thinner.add(chunk);
  return thinner.end();
}

class Thinner {
  private readonly kept: Uint8Array[] = [];
  private readonly boundaries = new Set<string>();
  private head: number[] = [];
  /** Whether the line's beginning was judged, and the rest of it only follows. */
  private judged = false;
  /** Of the part: its bytes, and what is kept of them. */
  private part = { bytes: 0, kept: 0, lines: 0 };
  /** What is kept of the mail. */
  private mail = { kept: 0, lines: 0, parts: 0 };
  /** Where the shortened part's description will stand. */
  private place = 0;
  private isLast = false;

  constructor() {
    this.begin(false);
  }

  add(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      const found = chunk.indexOf(lineFeed, at);
      const end = found === -1 ? chunk.length : found + 1;
      this.addToLine(chunk.subarray(at, end));
      if (found !== -1) this.endLine();
      at = end;
    }
  }

  end(): Uint8Array<ArrayBuffer> {
    this.endLine();
    this.describe();
    const whole = new Uint8Array(this.kept.reduce((sum, { length }) => sum + length, 0));
    let filled = 0;
    for (const piece of this.kept) {
      whole.set(piece, filled);
      filled += piece.length;
    }
    return whole;
  }

  private addToLine(piece: Uint8Array): void {
    if (this.head.length === 0 && this.isFull() && piece[0] !== hyphen) this.judged = true;
    if (this.judged) {
      this.keep(piece);
      return;
    }
    const taken = piece.subarray(0, mostOfHead - this.head.length);
    for (const byte of taken) this.head.push(byte);
    if (this.head.length < mostOfHead) return;
    this.judge();
    this.keep(piece.subarray(taken.length));
  }

  private endLine(): void {
    if (!this.judged) this.judge();
    this.judged = false;
  }

  private judge(): void {
    const bytes = Uint8Array.from(this.head);
    this.head = [];
    this.judged = true;
    if (bytes[0] === hyphen && bytes[1] === hyphen) {
      const line = latin1(bytes).trimEnd().slice(2);
      const isLast = line.endsWith("--") && this.boundaries.has(line.slice(0, -2));
      if (isLast || this.boundaries.has(line)) {
        this.describe();
        if (this.mail.parts < mostOfMail.parts) this.kept.push(bytes);
        this.begin(isLast);
        return;
      }
    }
    if (!this.isFull()) this.learn(latin1(bytes));
    this.keep(bytes);
  }

  /** A boundary may be named anywhere: one that is none is met by no line. */
  private learn(line: string): void {
    const [, quoted, bare] =
      /\bboundary\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|([^\s";]{1,200}))/i.exec(line) ?? [];
    const boundary = quoted ?? bare;
    if (boundary && this.boundaries.size < mostBoundaries) this.boundaries.add(boundary.trimEnd());
  }

  private begin(isLast: boolean): void {
    this.isLast = isLast;
    this.part = { bytes: 0, kept: 0, lines: 0 };
    this.mail.parts++;
    if (this.mail.parts > mostOfMail.parts) return;
    this.place = this.kept.push(new Uint8Array()) - 1;
  }

  private isFull(): boolean {
    const { part, mail } = this;
    return (
      part.kept >= mostOfPart.bytes ||
      part.lines >= mostOfPart.lines ||
      mail.kept >= mostOfMail.bytes ||
      mail.lines >= mostOfMail.lines ||
      mail.parts > mostOfMail.parts
    );
  }

  private keep(piece: Uint8Array): void {
    const { part, mail } = this;
    part.bytes += piece.length;
    if (this.isFull()) return;
    const room = Math.min(mostOfPart.bytes - part.kept, mostOfMail.bytes - mail.kept);
    const taken = piece.slice(0, room);
    this.kept.push(taken);
    part.kept += taken.length;
    mail.kept += taken.length;
    part.lines++;
    mail.lines++;
  }

  private describe(): void {
    const { bytes, kept } = this.part;
    if (this.isLast || bytes === kept || this.mail.parts > mostOfMail.parts) return;
    // A line broken off in its middle would swallow the boundary that follows.
    this.kept.push(Uint8Array.of(13, lineFeed));
    this.kept[this.place] = new TextEncoder().encode(`Content-Description: ${bytes}/${kept}\r\n`);
  }
}

const latin1 = (bytes: Uint8Array) => {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};
