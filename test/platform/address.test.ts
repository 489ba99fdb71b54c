import { describe, expect, test } from "vitest";
import { countedAddress, isNetwork, originOf } from "../../src/platform/rate-limit/address.ts";

describe("an address is counted", () => {
  test.each([
    ["192.0.2.7", "192.0.2.7"],
    ["192.0.2.7:51234", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::ffff:c000:207", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::", "0:0:0:0::/64"],
    ["", "unknown"],
    [undefined, "unknown"],
    ["somewhere", "unknown"],
    ["300.1.1.1", "unknown"],
    ["1:2:3", "unknown"],
    ["192.0.2.7, 192.0.2.8", "unknown"],
  ])("%s as %s", (address, counted) => {
    expect(countedAddress(address)).toBe(counted);
  });
});

describe("where a request came from", () => {
  const proxy = "10.0.0.1";

  test("is the other end of the connection, whatever a caller says, unless proxies are trusted", () => {
    expect(originOf("203.0.113.5", "192.0.2.7", undefined)).toBe("203.0.113.5");
    expect(originOf(undefined, "192.0.2.7", { hops: 1 })).toBeUndefined();
  });

  test.each([
    [1, "192.0.2.7", "192.0.2.7"],
    [1, "198.51.100.1, 192.0.2.7", "192.0.2.7"],
    [2, "198.51.100.1, 192.0.2.7, 10.0.0.2", "192.0.2.7"],
    [1, undefined, proxy],
    [1, "", proxy],
    [2, "192.0.2.7", "192.0.2.7"],
    [1, "198.51.100.1, nonsense", proxy],
  ])("behind %i proxies that say %j is %s", (hops, forwarded, origin) => {
    expect(originOf(proxy, forwarded, { hops })).toBe(origin);
  });

  test.each([
    ["10.0.0.1", "192.0.2.7", "192.0.2.7"],
    ["10.0.0.1", "198.51.100.1, 192.0.2.7, 10.9.9.9", "192.0.2.7"],
    // Whoever calls directly may write what they like.
    ["203.0.113.5", "192.0.2.7", "203.0.113.5"],
    ["::ffff:10.0.0.1", "2001:db8::1", "2001:db8::1"],
    ["2001:db8:ff::1", "192.0.2.7", "192.0.2.7"],
    ["11.0.0.1", "192.0.2.7", "11.0.0.1"],
  ])(
    "called from %s, which says %j, is %s where 10.0.0.0/8 and 2001:db8:ff::/48 are trusted",
    (socket, forwarded, origin) => {
      expect(originOf(socket, forwarded, { networks: ["10.0.0.0/8", "2001:db8:ff::/48"] })).toBe(origin);
    },
  );
});

test.each([
  ["10.0.0.1", true],
  ["10.0.0.0/8", true],
  ["2001:db8::/32", true],
  ["10.0.0.0/33", false],
  ["10.0.0.0/x", false],
  ["10.0.0.0/8/8", false],
  ["10.0.0.1:80", false],
  ["proxy.example", false],
  ["", false],
])("%j names a network: %s", (text, is) => {
  expect(isNetwork(text)).toBe(is);
});
