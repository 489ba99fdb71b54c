/** The fields of `entry` that `changes` names, as they are: null where there is nothing. */
export const fieldsNow = (
  entry: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(Object.keys(changes).map((field) => [field, entry[field] ?? null]));
