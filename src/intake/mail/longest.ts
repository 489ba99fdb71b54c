/** In bytes; mail servers take no longer ones. */
export const longestMail = 64 * 1024 ** 2;
