import { expect, test } from "vitest";
import { prose } from "../../src/reference/markdown.ts";
import { referenceOf } from "../../src/reference/reference.ts";
import { sampleDocument } from "./sample.ts";

const reference = referenceOf(sampleDocument(), []);

const cases: [string, string][] = [
  ["", ""],
  ["One.\n\nTwo\nlines.", "<p>One.</p><p>Two\nlines.</p>"],
  ["- one\n- two", "<ul><li>one</li><li>two</li></ul>"],
  ["Before:\n- one\n  goes on\n- two", "<p>Before:</p><ul><li>one\n  goes on</li><li>two</li></ul>"],
  ["A - B", "<p>A - B</p>"],
  ["Some `code` here", "<p>Some <code>code</code> here</p>"],
  ["See `getService`", '<p>See <a href="#operation-getService"><code>getService</code></a></p>'],
  ["A `Service`", '<p>A <a href="#schema-Service"><code>Service</code></a></p>'],
  ["Told as `busy`", '<p>Told as <a href="#problem-busy"><code>busy</code></a></p>'],
  ["Not `toString`", "<p>Not <code>toString</code></p>"],
  ["`<i>` & <b>", "<p><code>&lt;i&gt;</code> &amp; &lt;b&gt;</p>"],
  ["[a](https://a.example) **b**", "<p>[a](https://a.example) **b**</p>"],
];

test.each(cases)("%j", (text, expected) => {
  expect(prose(reference, text).map(String).join("")).toBe(expected);
});
