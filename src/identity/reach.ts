/** How a participant receives: by its own system, in the console, by a link, or by telephone without any login. */
export const reaches = ["api", "console", "link", "phone"] as const;
export type Reach = (typeof reaches)[number];
