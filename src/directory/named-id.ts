const namespace = Uint8Array.from([
  0x6b, 0x0e, 0x27, 0x5c, 0x8f, 0x3d, 0x4c, 0x19, 0xa2, 0x74, 0x51, 0xd8, 0xe6, 0x0b, 0x93, 0x2f,
]);

/** The id of what a source calls `name`: a version 5 UUID (RFC 9562), the same in every installation. */
export async function namedId(source: string, ...name: string[]): Promise<string> {
  const named = new TextEncoder().encode(JSON.stringify([source, ...name]));
  const hash = await crypto.subtle.digest("SHA-1", Uint8Array.from([...namespace, ...named]));
  const bytes = new Uint8Array(hash, 0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
