/** A host name, dot at the end removed, brackets of IPv6 kept: what URL has made of whatever spelling. */
const bare = (hostname: string) => hostname.replace(/\.$/, "");

// Names that no resolver of the public internet knows (RFC 6761, 6762, 7686, 8375; ICANN's .internal).
const notPublic =
  /\.(local|localhost|internal|intranet|lan|home|corp|home\.arpa|onion|test|invalid|example|alt)$/;

/** Whether a request to it may leave this service: https on its own port, to a name or address of the public internet. */
export function isPublicUrl(url: URL): boolean {
  const host = bare(url.hostname);
  if (url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "")
    return false;
  if (host.startsWith("[")) return isPublicAddress(host.slice(1, -1));
  if (/^[\d.]+$/.test(host)) return isPublicAddress(host);
  return host.includes(".") && !notPublic.test(host);
}

/** Whether it is the machine's own, by whichever port: what a service that is tried out there may reach. */
export const isLoopbackUrl = ({ protocol, hostname, username, password }: URL): boolean =>
  /^https?:$/.test(protocol) &&
  /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname) &&
  username === "" &&
  password === "";

// Blocks of the IANA special-purpose registries, and multicast: not one host of the public internet.
const special4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
].map((block) => {
  const [address = "", length] = block.split("/");
  return { address: number4(address) ?? 0, length: Number(length) };
});

/** Whether an address, IPv4 or IPv6, is plain unicast of the public internet. */
export function isPublicAddress(address: string): boolean {
  const four = number4(address);
  if (four !== undefined)
    return !special4.some((block) => four >>> (32 - block.length) === block.address >>> (32 - block.length));
  const [first = 0, second = 0] = groups6(address) ?? [];
  // 2000::/3 without 2001::/23 (Teredo and others), 2001:db8::/32, 2002::/16 (6to4) and 3fff::/20.
  if (first < 0x2000 || first > 0x3fff) return false;
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return false;
  return first !== 0x2002 && !(first === 0x3fff && second < 0x1000);
}

function number4(address: string): number | undefined {
  const parts = address.split(".").map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  if (parts.length !== 4 || parts.some((part) => part > 255)) return undefined;
  return parts.reduce((number, part) => number * 256 + part, 0);
}

function groups6(address: string): number[] | undefined {
  const host = `[${address.replace(/%.*$/, "")}]`;
  if (!URL.canParse(`https://${host}`)) return undefined;
  // URL writes it in the one canonical form, without dotted decimals.
  const [head = "", tail] = new URL(`https://${host}`).hostname.slice(1, -1).split("::");
  const [left, right] = [head, tail ?? ""].map((part) =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16)),
  ) as [number[], number[]];
  return [...left, ...Array(8 - left.length - right.length).fill(0), ...right];
}
