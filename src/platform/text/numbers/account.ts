/** Lengths of IBANs of countries that people in the Netherlands bank in (ISO 13616). */
const lengths: Readonly<Record<string, number>> = {
  ...{ AT: 20, BE: 16, BG: 22, CH: 21, CZ: 24, DE: 22, DK: 18, ES: 24, FI: 18, FR: 27, GB: 22, GR: 27 },
  ...{ HR: 21, HU: 28, IE: 22, IT: 27, LT: 20, LU: 20, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, SE: 24 },
  ...{ SI: 19, SK: 24, TR: 26 },
};

/** The text with every digit of an account number (IBAN) that passes its own test as a letter: as long as it was. */
export function withoutAccounts(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: begin, index } of text.matchAll(/(?<![a-z\d])[a-z]{2}\d\d/gi)) {
    if (index < end) continue;
    const found = accountAt(text.slice(index, index + 70), lengths[begin.slice(0, 2).toUpperCase()] ?? 0);
    parts.push(text.slice(end, index), "x".repeat(found));
    end = index + found;
  }
  return parts.join("") + text.slice(end);
}

/** How long the account number is that the text begins with, in its own signs; 0 where it is none. */
function accountAt(text: string, length: number): number {
  let account = "";
  let end = 0;
  for (; end < text.length && account.length < length; end++) {
    const sign = text[end] ?? "";
    if (/[a-z\d]/i.test(sign)) account += sign;
    else if (!/[ .-]/.test(sign)) return 0;
  }
  const isWhole = length > 0 && account.length === length && !/[a-z\d]/i.test(text[end] ?? "");
  return isWhole && passes(account.toUpperCase()) ? end : 0;
}

/** ISO 7064, MOD 97-10. */
function passes(account: string): boolean {
  let rest = 0;
  for (const sign of account.slice(4) + account.slice(0, 4))
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
