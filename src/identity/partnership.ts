interface Terms {
  sends: boolean;
  receives: boolean;
}

const apart = new Set(["sends", "receives", "agreedAt"]);

/**
 * Whether new terms take sending or receiving away and change nothing else. Whatever else they change counts as more:
 * a longer deadline leaves a caller waiting, and a shorter retention erases.
 */
export function onlyNarrows<T extends Terms>(before: T | null, after: T): boolean {
  if (!before) return !after.sends && !after.receives;
  if ((after.sends && !before.sends) || (after.receives && !before.receives)) return false;
  const others = (Object.keys(after) as (keyof T & string)[]).filter((term) => !apart.has(term));
  return others.every((term) => String(after[term]) === String(before[term]));
}
