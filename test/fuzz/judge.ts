import type { LogEntry } from "../../src/platform/log.ts";
import type { Attempt } from "./attempt.ts";
import { faultsOf } from "./conform.ts";
import type { Described } from "./document.ts";

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** The line that the request left. */
  logged: LogEntry | undefined;
}

/** POSTs that write nothing: what was sent to them is not there to be read back. */
const reads = new Set(["searchServices", "suggestServices", "lookUpCase", "checkCodeWord"]);

/** Takes any file, and says in its report what is wrong with it. */
const readLater = new Set(["createImport"]);

/** What is wrong with an answer, in words that hold nothing of it; empty if it is right. */
export function faultsIn(
  operation: Described,
  attempt: Attempt,
  answered: Answered,
  secrets: readonly string[],
): string[] {
  const { status, text, headers, logged } = answered;
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`);
  const whole = `${lines.filter((line) => !line.startsWith("link:")).join("\n")}\n${text}`;
  const writes = operation.method !== "GET" && !reads.has(operation.operationId);
  return [
    ...(status >= 500 ? [`${status}: ${logged?.failure ?? "unexplained"}`] : []),
    ...(attempt.kind === "nearly valid" && status < 300 && !readLater.has(operation.operationId)
      ? ["takes what the document forbids"]
      : []),
    ...shapeFaults(operation, answered),
    ...(holds(status < 300 && writes ? lines.join("\n") : whole, attempt.marker)
      ? ["repeats what was sent"]
      : []),
    ...(holds(JSON.stringify(logged ?? {}), attempt.marker) ? ["logs what was sent"] : []),
    ...(secrets.some((secret) => holds(whole, secret) && !sentIn(attempt, secret))
      ? ["tells what is another's"]
      : []),
  ];
}

const holds = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());
const sentIn = ({ path, body }: Attempt, id: string) => path.includes(id) || body?.text.includes(id) === true;

function shapeFaults(operation: Described, { status, headers, text, logged }: Answered): string[] {
  const media = headers.get("content-type")?.split(";")[0] ?? "";
  const told = headers.has("api-version") ? [] : ["has no API-Version"];
  // A spoiled path can be another route's or none's; what answers there is a problem all the same.
  const response = operation.responses[status];
  if (logged?.operationId !== operation.operationId)
    return [...told, ...(media === "application/problem+json" ? [] : ["is no problem document"])];
  if (!response) return [...told, `${status} is not declared`];
  if (!response.content) return [...told, ...(text === "" ? [] : ["has a body where none is declared"])];
  const schema = response.content[media]?.schema;
  if (!schema) return [...told, `${media} is not declared`];
  // A file is text to its schema.
  const value = /^application\/(problem\+)?json$/.test(media) ? JSON.parse(text) : text;
  return [...told, ...faultsOf(schema, value, { closed: true })];
}
