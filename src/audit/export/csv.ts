/** What a spreadsheet takes for a formula (ASVS 5.0, 1.2.10), the fullwidth forms included. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** One record of a CSV file (RFC 4180): every cell quoted, and none that a spreadsheet would run. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

const csvCell = (text: string) => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
