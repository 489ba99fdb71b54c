import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPlain, render } from "../../src/knowledge/render.ts";

const allowed =
  /^<(?:\/?(?:p|h[1-6]|em|strong|blockquote|ul|ol|li|pre|code)|hr \/|br \/|ol start="\d+"|\/a|a(?: href="(?:https?|mailto):[^"<>]*" rel="noopener noreferrer nofollow")?(?: title="[^"<>]*")?)>$/i;

/** Every tag of the output, and what else holds a sign of one. */
const tagsOf = (html: string) => html.match(/<[^>]*>?/g) ?? [];
const strange = (html: string) => tagsOf(html).filter((tag) => !allowed.test(tag));

describe("what is shown", () => {
  test.each([
    ["a script", "<script>alert(1)</script>"],
    ["a script in a paragraph", "a <script src=//evil.example></script> b"],
    ["an event", '<img src=x onerror="alert(1)">'],
    ["a broken tag", "<scr<script>ipt>alert(1)</scr</script>ipt>"],
    ["a comment", "<!--><script>alert(1)</script>-->"],
    ["a CDATA section", "<![CDATA[<script>alert(1)</script>]]>"],
    ["an instruction", "<?php echo 1 ?>"],
    ["a frame", '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ["a style", "<style>@import 'https://evil.example'</style>"],
    ["a form", '<form action="https://evil.example"><input name=a>'],
    ["svg", "<svg/onload=alert(1)>"],
    ["a script in code", "`<script>`\n\n```html onload=alert(1)\n<script>\n```"],
    ["a title that breaks out", '[a](https://a.example "b\\" onmouseover=alert(1) \\"")'],
    ["an alternative text that breaks out", '![x" onerror="alert(1)](https://a.example/a.png)'],
    ["an image in a link", "[![a](https://evil.example/pixel.gif)](https://a.example)"],
    ["an image by reference", "![a][b]\n\n[b]: https://evil.example/pixel.gif 'c'"],
    ["an image with an image in its words", "![a ![b](https://e.example/1) c](https://e.example/2)"],
  ])("of %s is safe", (_, markdown) => {
    expect(strange(render(markdown))).toEqual([]);
    expect(render(markdown)).not.toMatch(/<img|<[^>]*evil\.example/);
  });

  test.each([
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](javascript&#58;alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](&#x6A;avascript:alert(1))",
    "[a](java\\script:alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a](<\u0001javascript:alert(1)>)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:msgbox)",
    "[a](file:///etc/passwd)",
    "[a](//evil.example)",
    "[a](/v1/articles)",
    "[a](xmpp:a@b.example)",
    "[a](irc://a.example)",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<data:text/html,a>",
  ])("of the link %s leads nowhere", (markdown) => {
    expect(render(markdown)).not.toMatch(/href/);
    expect(strange(render(markdown))).toEqual([]);
  });

  test("links lead to pages and mail, and tell nothing of where they were followed", () => {
    expect(render("[a](https://a.example/b?c=d&e 'f')")).toBe(
      '<p><a href="https://a.example/b?c=d&amp;e" rel="noopener noreferrer nofollow" title="f">a</a></p>',
    );
    expect(render("<info@a.example>")).toBe(
      '<p><a href="mailto:info@a.example" rel="noopener noreferrer nofollow">info@a.example</a></p>',
    );
  });

  test("of an image its words remain", () => {
    expect(render("Zie ![de *stappen*](https://a.example/stappen.png 'b').")).toBe("<p>Zie de stappen.</p>");
  });

  test("what people write looks as they meant it", () => {
    expect(render("# A\n\n- *b*\n- **c** & `d`\n\n3. e\n\n> f\n\n---")).toBe(
      "<h1>A</h1>\n<ul>\n<li><em>b</em></li>\n<li><strong>c</strong> &amp; <code>d</code></li>\n</ul>\n" +
        '<ol start="3">\n<li>e</li>\n</ol>\n<blockquote>\n<p>f</p>\n</blockquote>\n<hr />',
    );
  });
});

/** What Markdown, HTML and addresses are made of, so that random texts hit upon it. */
const pieces = fc.constantFrom(
  ..."<|>|\"|'|&|[|]|(|)|!|`|*|_|\\|\n|\n\n| |:|//|/|#|=|-|+|1.|\t|a|b.c|<script|</script>|<img src=|javascript:".split(
    "|",
  ),
  ..."data:|https://a.example|mailto:|onload=|alt=|title=|href=|rel=|<a |</a>|<!--|-->|&lt;|&#60;|&quot;".split(
    "|",
  ),
  "~~~",
  "```",
  "![",
  "](",
  "[a]: ",
  '<a href="',
  '" alt="',
  '<img src="',
  '" />',
  "![a](https://a.example)",
);
const texts = fc.array(fc.oneof(pieces, fc.string({ unit: "grapheme", maxLength: 4 })), { maxLength: 60 });

test("whatever is written, nothing but the allowed tags and attributes comes out", () => {
  fc.assert(
    fc.property(texts, (parts) => {
      expect(strange(render(parts.join("")))).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});

describe("a text that people do not write", () => {
  test.each([
    [">".repeat(20_000)],
    ["1. ".repeat(6_000)],
    ["> - ".repeat(5_000)],
    ["**a*b".repeat(4_000)],
    [`a\n${" - ".repeat(13)}`],
  ])("is refused: %#", (markdown) => {
    expect(isPlain(markdown)).toBe(false);
  });

  test("is not what has lists in lists and much emphasis", () => {
    const lists = "> - a\n>   - b\n>     1. c\n";
    expect(isPlain(`${lists.repeat(100)}${"**a** ".repeat(400)}\n\n---\n\n- - -\n* * * * *`)).toBe(true);
  });
});
