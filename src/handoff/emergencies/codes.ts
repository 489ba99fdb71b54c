/** Who was called. */
export const emergencyServices = ["112", "police", "veilig-thuis", "crisis-service"] as const;

/** Whose life or incapacity it is about. */
export const endangered = ["caller", "person-concerned", "child", "other"] as const;

/** What they are in: danger of their life, or a state in which they can decide nothing. */
export const dangers = ["life", "incapacity"] as const;

/** Who was tried before the call. */
export const triedBefore = [
  "caller",
  "colleague",
  "on-call-colleague",
  "coordinator",
  "partner",
  "nobody",
] as const;

/** What another member found. */
export const emergencyFindings = ["right", "right-tell-less", "not-needed"] as const;
