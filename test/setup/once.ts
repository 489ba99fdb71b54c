const made = ((globalThis as Record<symbol, unknown>)[Symbol.for("handreiking.setup")] ??= new Map()) as Map<
  string,
  unknown
>;

/** Makes it for the first project that asks, and hands it to the others: each loads the setup as a module of its own. */
export function once<T>(name: string, make: () => Promise<T>): Promise<T> {
  const before = made.get(name) as Promise<T> | undefined;
  if (before) return before;
  const making = make();
  made.set(name, making);
  return making;
}
