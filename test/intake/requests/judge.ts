import { readFileSync } from "node:fs";
import { join } from "node:path";
import { urgencySounded } from "../../../src/intake/requests/urgency-words.ts";

/* How the words of danger judge sentences that people judged: node test/intake/requests/judge.ts [FILE…] */

const levels = ["acute", "urgent", "neither"] as const;
type Level = (typeof levels)[number];

export interface Sentence {
  text: string;
  language: string;
  expected: Level;
}

export interface Verdict {
  /** How many of each expected level were called what. */
  called: Record<Level, Record<Level, number>>;
  wrong: (Sentence & { called: Level })[];
}

export const fileOf = (name: string): string => join(import.meta.dirname, "judged", `${name}.json`);

/** Throws where the file is not there: a part that is missing judges nothing. */
export function judge(file: string): Verdict {
  const sentences: Sentence[] = JSON.parse(readFileSync(file, "utf8"));
  const none = () => ({ acute: 0, urgent: 0, neither: 0 });
  const verdict: Verdict = { called: { acute: none(), urgent: none(), neither: none() }, wrong: [] };
  for (const sentence of sentences) {
    const sounded = urgencySounded(sentence.text);
    const called = sounded === "normal" ? "neither" : sounded;
    verdict.called[sentence.expected][called]++;
    if (called !== sentence.expected) verdict.wrong.push({ ...sentence, called });
  }
  return verdict;
}

const inLines = ({ called, wrong }: Verdict): string[] => [
  ...levels.map((expected) => {
    const counts = levels.map((level) => `${called[expected][level]} ${level}`);
    return `${expected.padEnd(8)} called ${counts.join(", ")}`;
  }),
  ...wrong.map(({ expected, called, text }) => `  ${expected} called ${called}: ${text}`),
];

if (import.meta.main) {
  const given = process.argv.slice(2);
  for (const file of given.length > 0 ? given : ["open", "set-aside"].map(fileOf))
    process.stdout.write(`${[file, ...inLines(judge(file))].join("\n")}\n`);
}
