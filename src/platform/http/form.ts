import { readBytes } from "./json.ts";

/** The fields of a page's form; undefined if the body is none, or names one twice. */
export async function readForm(request: Request): Promise<Map<string, string> | undefined> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") return undefined;
  const pairs = [...new URLSearchParams(new TextDecoder().decode(await readBytes(request)))];
  const form = new Map(pairs);
  return form.size === pairs.length ? form : undefined;
}
