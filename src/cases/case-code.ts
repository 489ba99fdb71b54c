// No 0, 1, I, L, O: they look alike when read out. Thirty-one signs: a prime, so that the check sign finds
// every single wrong sign and every swap of two neighbors.
const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const base = BigInt(signs.length);
const length = 7;

/** A code such as `K7Q4-9M2R` out of a random UUID: seven signs and a check sign. It only locates a case. */
export function caseCode(uuid: string): string {
  let rest = BigInt(`0x${uuid.replaceAll("-", "")}`);
  let code = "";
  for (let place = 0; place < length; place++) {
    code += signs[Number(rest % base)];
    rest /= base;
  }
  code += checkSign(code);
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Whether a code was heard and typed right. */
export function isCaseCode(code: string): boolean {
  const plain = code.replace("-", "");
  return plain.length === length + 1 && checkSign(plain.slice(0, length)) === plain[length];
}

/** The code as it is kept, from how it was said or typed; undefined when its check sign does not fit. */
export function spelledCode(said: string): string | undefined {
  const plain = said.toUpperCase().replaceAll(/[\s-]/g, "");
  return isCaseCode(plain) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined;
}

function checkSign(code: string): string | undefined {
  let sum = 0;
  for (const [place, sign] of [...code].entries()) sum += (place + 1) * signs.indexOf(sign);
  return signs[sum % signs.length];
}
