/** What the demo says, line by line. */
export interface Teller {
  title(line: string): void;
  step(number: number, title: string): void;
  say(line: string): void;
  /** A request as it was made, and the status that it was answered with. */
  request(line: string, status: number): void;
  /** Where things stand now. */
  state(line: string): void;
  /** What is to be read apart from the steps. */
  plain(line?: string): void;
}

const styles = { bold: 1, dim: 2, green: 32, cyan: 36 } as const;

export function createTeller(write: (line: string) => void, colored: boolean): Teller {
  const styled = (style: keyof typeof styles, line: string) =>
    colored ? `\u001b[${styles[style]}m${line}\u001b[0m` : line;
  return {
    title: (line) => write(styled("bold", line)),
    step: (number, title) => write(`\n${styled("bold", `${String(number).padStart(2)}  ${title}`)}`),
    say: (line) => write(`    ${line}`),
    request: (line, status) => write(`    ${styled("dim", `${line}  ${status}`)}`),
    state: (line) => write(`    ${styled("green", `→ ${line}`)}`),
    plain: (line = "") => write(line),
  };
}

/** Colors for people at a terminal who did not turn them off (no-color.org). */
export const wantsColor = (stream: { isTTY?: boolean }, noColor: string | undefined): boolean =>
  stream.isTTY === true && !noColor;
