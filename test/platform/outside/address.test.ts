import { describe, expect, test } from "vitest";
import { isLoopbackUrl, isPublicAddress, isPublicUrl } from "../../../src/platform/outside/address.ts";
import { fetchFromNode } from "../../../src/platform/outside/from-node.ts";

describe("a request leaves for", () => {
  test.each([
    "https://inloggen.debrug.nl",
    "https://inloggen.debrug.nl./realms/een",
    "https://inloggen.debrug.nl:443",
    "https://xn--debrg-lva.nl",
    "https://1.1.1.1",
    "https://[2a00:1450:400e:80c::200e]",
  ])("%s", (url) => {
    expect(isPublicUrl(new URL(url))).toBe(true);
  });
});

describe("no request leaves for", () => {
  test.each([
    "http://inloggen.debrug.nl",
    "https://inloggen.debrug.nl:8443",
    "https://somebody@inloggen.debrug.nl",
    "https://:geheim@inloggen.debrug.nl",
    "https://localhost",
    "https://localhost.",
    "https://intranet",
    "https://printer.local",
    "https://db.internal",
    "https://a.localhost",
    "https://router.home.arpa",
    "https://abc.onion",
    "https://a.test",
    "https://a.invalid.",
    "https://127.0.0.1",
    "https://127.1",
    "https://2130706433",
    "https://0x7f000001",
    "https://0177.0.0.1",
    "https://127.0.0.1.",
    "https://0.0.0.0",
    "https://10.1.2.3",
    "https://100.64.0.1",
    "https://169.254.169.254",
    "https://172.31.255.255",
    "https://192.168.1.1",
    "https://198.18.0.1",
    "https://224.0.0.1",
    "https://255.255.255.255",
    "https://[::]",
    "https://[::1]",
    "https://[::ffff:127.0.0.1]",
    "https://[::ffff:8.8.8.8]",
    "https://[::127.0.0.1]",
    "https://[64:ff9b::7f00:1]",
    "https://[2002:7f00:1::]",
    "https://[2001::1]",
    "https://[2001:db8::1]",
    "https://[3fff::1]",
    "https://[fc00::1]",
    "https://[fe80::1]",
    "https://[ff02::1]",
    "ftp://inloggen.debrug.nl",
    "file:///etc/passwd",
  ])("%s", async (url) => {
    expect(isPublicUrl(new URL(url))).toBe(false);
    await expect(fetchFromNode(false)(url)).rejects.toThrow("AddressRefused");
  });
});

test.each([
  ["172.15.0.1", true],
  ["172.32.0.1", true],
  ["100.128.0.1", true],
  ["8.8.8.8", true],
  ["2606:4700::1111", true],
  ["fe80::1%eth0", false],
  ["256.1.1.1", false],
  ["nobody", false],
  ["", false],
] as const)("%s is of the public internet: %s", (address, is) => {
  expect(isPublicAddress(address)).toBe(is);
});

test.each([
  ["http://127.0.0.1:3000/a", true],
  ["http://localhost:3000", true],
  ["http://[::1]:3000", true],
  ["http://127.0.0.2:3000", false],
  ["http://localhost.evil.example", false],
  ["http://a@127.0.0.1", false],
  ["ftp://127.0.0.1", false],
] as const)("%s is the machine's own: %s", (url, is) => {
  expect(isLoopbackUrl(new URL(url))).toBe(is);
});
