/** What UTF-8 is most often taken for. */
const labels = ["windows-1252", "iso-8859-15", "windows-1250", "iso-8859-2", "windows-1254", "windows-1251"];

const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The byte of each character, per encoding. */
const bytesOf = labels.map(
  (label) => new Map(Array.from(new TextDecoder(label).decode(every), (sign, byte) => [sign, byte] as const)),
);

/** Text whose lines were UTF-8 all along, read under a wrong label: `CafÃ©` is `Café`. */
export const withoutMistakenLines = (text: string): string =>
  /[\u0080-\uffff]{2}/.test(text) ? text.split("\n").map(asMeant).join("\n") : text;

function asMeant(line: string): string {
  // Two of them make up the shortest character beyond ASCII.
  if (!/[\u0080-\uffff]{2}/.test(line)) return line;
  for (const bytes of bytesOf) {
    const read = readAgain(line, bytes);
    if (read !== undefined) return read;
  }
  return line;
}

function readAgain(line: string, bytes: ReadonlyMap<string, number>): string | undefined {
  const raw = new Uint8Array(line.length);
  let length = 0;
  for (const sign of line) {
    const byte = bytes.get(sign);
    if (byte === undefined) return undefined;
    raw[length++] = byte;
  }
  try {
    return utf8.decode(raw.subarray(0, length));
  } catch {
    return undefined;
  }
}
