/**
 * A value as it stands, as hex, URL-encoded, escaped as in JSON, and as base64 at each of the three places in which it
 * can begin: in lower case.
 */
export function formsOf(value: string): string[] {
  const bytes = Buffer.from(value);
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      // Signs that also hold bits of what stands before and after.
      .slice(shift === 0 ? 0 : shift + 1, -4),
  );
  const escaped = JSON.stringify(value).slice(1, -1);
  const escapedWhole = [...value].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const asForm = new URLSearchParams({ value }).toString().slice("value=".length);
  return [
    value,
    bytes.toString("hex"),
    encodeURIComponent(value),
    asForm,
    escaped,
    escapedWhole.join(""),
    ...base64,
    ...base64.map((form) => form.replaceAll("+", "-").replaceAll("/", "_")),
  ].map((form) => form.toLowerCase());
}

/** Which of the values stand in the text, in whatever form. */
export function leaksOf(values: readonly string[], text: string): string[] {
  const lower = text.toLowerCase();
  return values.filter((value) => formsOf(value).some((form) => lower.includes(form)));
}
