import { refuse } from "./fault.ts";

// No 0, 1, I, L, O: they look alike when written down. Thirty-one signs: a prime, so that the check sign finds
// every single wrong sign and every swap of two neighbors.
const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/** Fourteen random signs are 69 bits. */
const length = 14;
const group = 5;

/** A one-time code to be spoken on the phone, such as `K7Q49-M2RXD-8HTWB`: its last sign checks the others. */
export function createSpokenCode(): string {
  let code = "";
  while (code.length < length) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    // 248 is the last multiple of 31 in a byte: above it some signs would come more often.
    if (byte < 248) code += signs[byte % signs.length];
  }
  return (code + checkSign(code)).replaceAll(new RegExp(`.{${group}}(?=.)`, "g"), "$&-");
}

/** The code without what typing adds: small letters, spaces, hyphens. Refuses one whose check sign does not fit. */
export function readSpokenCode(typed: string): string {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, "");
  const known = code.length === length + 1 && [...code].every((sign) => signs.includes(sign));
  return known && checkSign(code.slice(0, length)) === code[length] ? code : refuse("code-invalid");
}

function checkSign(code: string): string {
  let sum = 0;
  for (const [place, sign] of [...code].entries()) sum += (place + 1) * signs.indexOf(sign);
  return signs.charAt(sum % signs.length);
}
