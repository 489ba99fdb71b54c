export const consentStatuses = ["current", "withdrawn", "expired"] as const;

/** How a consent stands at `now`. */
export function consentStatus(
  { withdrawnAt, expiresAt }: { withdrawnAt: Date | null; expiresAt: Date },
  now: Date,
): (typeof consentStatuses)[number] {
  if (withdrawnAt !== null) return "withdrawn";
  return expiresAt <= now ? "expired" : "current";
}
