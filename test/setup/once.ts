const key = Symbol.for("handreiking.setup");
const held = globalThis as { [key]?: Map<string, Promise<unknown>> };
const made = held[key] ?? new Map<string, Promise<unknown>>();
held[key] = made;

/** Makes it for the first project that asks, and hands it to the others: each loads the setup as a module of its own. */
export function once<T>(name: string, make: () => Promise<T>): Promise<T> {
  const making = (made.get(name) as Promise<T> | undefined) ?? make();
  made.set(name, making);
  return making;
}
