/** Text in plain signs: digits of every script as 0 to 9, without what is not seen. */
export interface PlainText {
  text: string;
  /** Where a sign of it begins in the original; its length is where the original ends. */
  at(place: number): number;
}

const unseen = /^[\p{Default_Ignorable_Code_Point}\p{M}\p{Cf}]$/u;
const digit = /^\p{Nd}$/u;
const oneDigit = /^[^\p{L}\p{N}]*(\d)[^\p{L}\p{N}]*$/u;
const wordSign = /^[\p{L}\p{N}]$/u;

/** The decimal digits of a script follow each other (Unicode, section 4.6): a digit's value is how far it is from zero. */
function decimalOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

function plainSign(sign: string): string {
  if (unseen.test(sign)) return "";
  const normal = sign.normalize("NFKC");
  if (/^[\0-\x7f]$/.test(normal)) return normal;
  const [, inside] = oneDigit.exec(normal) ?? [];
  if (inside !== undefined) return inside;
  if (digit.test(normal)) return decimalOf(normal);
  if (wordSign.test(sign)) return "x";
  if (/^[\p{Pd}\u2212]$/u.test(normal)) return "-";
  if (/^[\u0085\p{Zl}\p{Zp}]$/u.test(sign)) return "\n";
  return sign;
}

export function inPlainSigns(original: string): PlainText {
  if (/^[\0-\x7f]*$/.test(original)) return { text: original, at: (place) => place };
  const parts: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const sign of original) {
    const plain = sign < "\x80" ? sign : plainSign(sign);
    parts.push(plain);
    for (let unit = 0; unit < plain.length; unit++) places.push(place);
    place += sign.length;
  }
  return { text: parts.join(""), at: (at) => places[at] ?? original.length };
}
