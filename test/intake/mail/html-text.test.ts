import { expect, test } from "vitest";
import { htmlToText } from "../../../src/intake/mail/html-text.ts";

test.each([
  ["<p>een</p><p>twee</p>", "een\n\ntwee"],
  ["een<br>twee<br/>drie", "een\ntwee\ndrie"],
  ["<div>een<div>twee</div></div>drie", "een\ntwee\ndrie"],
  ["<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"],
  [
    "a &lt;b&gt; &amp;amp; &#8364; &#x20AC; &#128; &nbsp;&bestaatniet;",
    "a <b> &amp; € € € \u00a0&bestaatniet;",
  ],
  ["&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"],
  ["<SCRIPT>alert('</p>')</SCRIPT>na", "na"],
  ["<style>p{}</style><title>t</title>na", "na"],
  ["<div style='display: none'>weg<div>ook</div></div>na", "na"],
  ["<div style=\"font-size:0\">weg</div><p style='font-size:0.9em'>na</p>", "na"],
  ["<p hidden>weg<p>na", "na"],
  ["<p style='mso-hide:all'>weg</p>na", "na"],
  ["<blockquote>een<blockquote>twee</blockquote></blockquote>na", "> een\n> > twee\nna"],
  ["<pre>een\n  twee</pre>", "een\n  twee"],
  ["<a title='a>b' href=\"https://x.example/\">hier</a>", "hier (https://x.example/)"],
  ["<a href='https://x.example/'>https://x.example/</a>", "https://x.example/"],
  ["<a href='javascript:alert(1)'>klik</a>", "klik"],
  ["<img src='https://x.example/pixel.gif'>na", "na"],
  ["1 < 2 en 3 > 2", "1 < 2 en 3 > 2"],
  ["<!-- <p>weg</p> --><!doctype html><?xml ?>na", "na"],
  ["<![if !mso]>na<![endif]>", "na"],
  ["<p>open", "open"],
  ["<div hidden>alles is verborgen</div>", "alles is verborgen"],
  ["<b", ""],
  ["", ""],
])("%s", (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test("a page of a million signs takes no longer than its length", () => {
  for (const part of ["<div hidden>", "<p>", "<", "<a href='", "<blockquote>", "&", "<!--", "</div>"]) {
    const began = performance.now();
    htmlToText(part.repeat(Math.floor(300_000 / part.length)));
    expect(performance.now() - began, part).toBeLessThan(2000);
  }
});
