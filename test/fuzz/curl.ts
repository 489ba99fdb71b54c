import type { Person } from "../world/world.ts";
import type { Attempt } from "./attempt.ts";

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** Everything but ASCII escaped, so that it can be copied from a terminal; a long one is cut. */
const shown = (text: string) => {
  const escaped = text.replaceAll(
    /[^\x20-\x7e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return escaped.length > 600 ? `${escaped.slice(0, 600)}… (${text.length} signs)` : escaped;
};

/** The request as one would send it by hand. */
export function curl(method: string, attempt: Attempt, person: Person | undefined): string {
  const { path, headers, body } = attempt;
  const more = {
    ...(person && { authorization: "Bearer $TOKEN" }),
    ...(body && { "content-type": body.type ?? "application/json" }),
    ...(body?.encoding && { "content-encoding": body.encoding }),
    ...headers,
  };
  const bytes = body?.bytes ? ` and the bytes ${body.bytes.join(" ")}` : "";
  return [
    `curl -X ${method} ${quoted(`$URL/v1${path}`)}`,
    ...Object.entries(more).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body ? [`--data-binary ${quoted(shown(body.text))}${bytes}`] : []),
    ...(person?.memberId ? ["# for a member"] : []),
  ].join(" ");
}
