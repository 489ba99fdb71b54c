import type { Finding, Run } from "./run.ts";

export const told = ({ operationId, kind, caller, faults, request }: Finding): string =>
  `${operationId} (${kind}, ${caller}): ${faults.join("; ")}\n    ${request}`;

/** How often each operation answered each status. */
export function report(counts: Run["counts"]): string {
  const lines = [...counts].map(([operationId, byStatus]) => {
    const each = [...byStatus].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    return `${operationId.padEnd(28)}${each.join("  ")}\n`;
  });
  const all = [...counts.values()].flatMap((byStatus) => [...byStatus]);
  const sum = (entries: [number, number][]) => entries.reduce((total, [, count]) => total + count, 0);
  const never = [...counts].filter(([, byStatus]) => ![...byStatus.keys()].some((status) => status < 300));
  const taken = sum(all.filter(([status]) => status < 300));
  return `${lines.join("")}${sum(all)} requests, ${taken} of them taken; never taken: ${never.map(([id]) => id).join(", ") || "none"}\n`;
}
