/** Nine digits, together or grouped as they are written in the Netherlands. */
const written =
  /(?<!\d)(?:\d{9}|\d{3}[ .\u00A0-]\d{3}[ .\u00A0-]\d{3}|\d{4}[ .\u00A0-]\d{2}[ .\u00A0-]\d{3})(?!\d)/g;

/**
 * Whether a text seems to hold a Dutch citizen number (burgerservicenummer): nine digits that pass the eleven-test.
 * One in eleven other numbers of nine digits passes too.
 */
export const holdsCitizenNumber = (text: string): boolean =>
  [...text.normalize("NFKC").matchAll(written)].some(([number]) => passesElevenTest(number));

/** The text with `[nummer verwijderd]` for each of them: `holdsCitizenNumber` finds none in it. */
export function maskCitizenNumbers(text: string): string {
  const masked = mask(text);
  // Digits of another width, say, are told only once they are plain ones.
  return holdsCitizenNumber(masked) ? mask(masked.normalize("NFKC")) : masked;
}

const mask = (text: string) =>
  text.replaceAll(written, (number) => (passesElevenTest(number) ? "[nummer verwijderd]" : number));

function passesElevenTest(number: string): boolean {
  const digits = [...number.replaceAll(/\D/g, "")].map(Number);
  // Nine times the first to twice the eighth, less the ninth.
  const sum = digits.reduce((total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place), 0);
  return sum % 11 === 0;
}
