/** Which of `types` an Accept header asks for most; the first of them where it does not matter, undefined where none. */
export function preferredType(accept: string, types: readonly string[]): string | undefined {
  const ranges = accept.split(",").map(readRange);
  const asked = ranges.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  for (const { range } of asked) {
    const found = types.find((type) => matches(range, type));
    if (found) return found;
  }
  return undefined;
}

function readRange(text: string): { range: string; quality: number } {
  const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  const quality = weight ? Number(weight.slice(2)) : 1;
  return { range: range === "" ? "*/*" : range, quality: Number.isNaN(quality) ? 0 : quality };
}

const matches = (range: string, type: string) =>
  range === "*/*" || range === type || (range.endsWith("/*") && type.startsWith(range.slice(0, -1)));
