/** An object in a JSON text, by the keys and places that lead to it. */
export type Place = readonly (string | number)[];

interface Open {
  /** Undefined for a list. */
  keys?: Set<string>;
  /** Where the scan is in it. */
  at: string | number;
}

/**
 * The first object of a well-formed JSON text that names a key twice, escapes read; undefined where none does.
 * JSON.parse keeps the last one without a word; another reader of the same text may have acted on the first.
 */
export function findRepeatedKey(text: string): Place | undefined {
  const open: Open[] = [];
  let expectsKey = false;
  for (let place = 0; place < text.length; place++) {
    const inner = open.at(-1);
    switch (text[place]) {
      case '"': {
        const end = endOfString(text, place);
        if (expectsKey && inner?.keys) {
          const key: string = JSON.parse(text.slice(place, end + 1));
          if (inner.keys.has(key)) return open.slice(0, -1).map(({ at }) => at);
          inner.keys.add(key);
          inner.at = key;
        }
        expectsKey = false;
        place = end;
        break;
      }
      case "{":
        open.push({ keys: new Set(), at: "" });
        expectsKey = true;
        break;
      case "[":
        open.push({ at: 0 });
        expectsKey = false;
        break;
      case "}":
      case "]":
        open.pop();
        expectsKey = false;
        break;
      case ",":
        if (inner && typeof inner.at === "number") inner.at++;
        expectsKey = inner?.keys !== undefined;
        break;
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return end;
}
