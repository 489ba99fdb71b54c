/** Which proxies are believed: the nearest so many, or those at these addresses. */
export type TrustedProxies = { hops: number } | { networks: readonly string[] };

/** The parts of an IPv4 address (bytes) or an IPv6 one (pairs of them); undefined for what is none. */
function partsOf(address: string): number[] | undefined {
  const bare = address.trim().replace(/^\[([^\]]*)\](?::\d+)?$/, "$1");
  const dotted = /^(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?::\d{1,5})?$/
    .exec(bare)?.[1]
    ?.split(".")
    .map(Number);
  if (dotted) return dotted.every((part) => part < 256) ? dotted : undefined;
  const unzoned = bare.replace(/%.*$/, "");
  if (!/^[\da-f:.]{2,45}$/i.test(unzoned) || !URL.canParse(`http://[${unzoned}]/`)) return undefined;
  const [head = "", tail] = new URL(`http://[${unzoned}]/`).hostname.slice(1, -1).split("::");
  const [first, last] = [head, tail ?? ""].map((half) => half.split(":").filter(Boolean));
  const given = [...(first ?? []), ...(last ?? [])].length;
  const gap = Array.from({ length: 8 - given }, () => "0");
  const groups = [...(first ?? []), ...gap, ...(last ?? [])].map((group) => Number.parseInt(group, 16));
  // An IPv4 address in IPv6's clothes (RFC 4291, 2.5.5.2).
  const [high = 0, low = 0] = groups.slice(6);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return mapped ? [high >> 8, high & 255, low >> 8, low & 255] : groups;
}

/** What is counted of an address: IPv4 whole, of IPv6 the network that one subscriber has (/64). */
export function countedAddress(address: string | undefined): string {
  const parts = partsOf(address ?? "");
  if (!parts) return "unknown";
  return parts.length === 4 ? parts.join(".") : `${parts.slice(0, 4).map(hex).join(":")}::/64`;
}

const hex = (group: number) => group.toString(16);

const bitsOf = (parts: readonly number[]) =>
  parts.map((part) => part.toString(2).padStart(parts.length === 4 ? 8 : 16, "0")).join("");

function isWithin(address: string, network: string): boolean {
  const [base = "", length] = network.split("/");
  const [own, theirs] = [partsOf(address), partsOf(base)];
  if (!own || !theirs || own.length !== theirs.length) return false;
  const bits = bitsOf(theirs);
  return bitsOf(own).startsWith(bits.slice(0, length === undefined ? bits.length : Number(length)));
}

export const isNetwork = (text: string): boolean => {
  const [base = "", length, more] = text.split("/");
  const parts = partsOf(base);
  if (!parts || more !== undefined || !/^(?:[\d.]+|[\da-f:]+)$/i.test(base)) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bitsOf(parts).length);
};

/**
 * Where a request came from: the other end of the connection, or, as far as the proxies in between are trusted, what
 * they say in X-Forwarded-For. Each adds the address that it was called from at the end, so it is read from there.
 */
export function originOf(
  socket: string | undefined,
  forwardedFor: string | undefined,
  trusted: TrustedProxies | undefined,
): string | undefined {
  if (!trusted || !socket) return socket;
  const named = (forwardedFor ?? "").split(",").map((entry) => entry.trim());
  const chain = [...named.filter(Boolean), socket];
  const isTrusted = (address: string, place: number) =>
    "hops" in trusted ? place < trusted.hops : trusted.networks.some((network) => isWithin(address, network));
  let origin = socket;
  for (const [place, address] of chain.toReversed().entries()) {
    // Nobody whom we trust wrote what is no address.
    if (!partsOf(address)) break;
    origin = address;
    if (!isTrusted(address, place)) break;
  }
  return origin;
}
