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
    [`a\n${" - ".repeat(13)}`],
    [`> ${"  ".repeat(24)}- a`],
    [Array.from({ length: 30 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
    [`${"\t".repeat(13)}a`],
  ])("is refused: %#", (markdown) => {
    expect(isPlain(markdown)).toBe(false);
  });

  test("is not what has lists in lists and much emphasis", () => {
    const lists = "> - a\n>   - b\n>     1. c\n";
    const others = `${"**a** ".repeat(2000)}\n\n---\n\n- - -\n* * * * *\n\n${"-".repeat(80)}\n${"=".repeat(80)}\n06 12345678`;
    expect(isPlain(lists.repeat(100) + others)).toBe(true);
  });
});

test("of what is nested as deep as may be written, nothing is lost", () => {
  const line = fc
    .array(fc.constantFrom("> ", "- ", "+ ", "1. ", "  ", "   ", "\t"), { maxLength: 30 })
    .map((parts) => parts.join(""));
  const plain = fc
    .array(line, { maxLength: 30 })
    .map((lines) => lines.map((begin, at) => `${begin}word${at}`));
  fc.assert(
    fc.property(
      plain.filter((lines) => isPlain(lines.join("\n"))),
      (lines) => {
        const html = render(lines.join("\n"));
        for (const at of lines.keys()) expect(html).toContain(`word${at}`);
      },
    ),
    { numRuns: 1_000 },
  );
  const deepest = Array.from({ length: 24 }, (_, depth) => `${"  ".repeat(depth)}- word${depth}`);
  expect(isPlain(deepest.join("\n"))).toBe(true);
  expect(render(deepest.join("\n"))).toContain("word23");
});

/** What each construct of CommonMark is made of, and what breaks it off. */
const constructs = [
  ..."=\n|a\n=\n|a\n---\n|---\n|# a\n|# |#\n|- a\n|-\n|- - a\n|- > a\n|> - a\n|- a\n  b\n|- a\n\n  b\n|1. a\n|1.\n".split(
    "|",
  ),
  ..."> a\n|>|> > a\n|> a\n> ---\n|> ```\n|> a\nb\n|    a\n|\ta\n|```\n|~~~\n|- ```\n|a\n\n|a  \n|a\\\n|\n|\t| ".split(
    "|",
  ),
  ..."`a`|`|``a|`\n|``\n`\n|*a*|*a|a*|*|**a|a**b|***a** b*|_a*b_|_a|*a **b* c**|*a_b".split("|"),
  ..."[a](b)|[a](|[a](<b> 'c')|[a](b \"|[a]|[a][b]|[a]: b\n|[a]:\n|[a]: b 'c\n|[a]: b\n'c\n|[a]:b\n[a]\n|[[a]](b)".split(
    "|",
  ),
  ...'![a](b)|![|![[a]](b)|[|]|](b)|](|[\n|(|)|\'|"|<|<a|<a>|<a b="\n|</a>|<!--|-->|<?|<![CDATA[|<div>\n|<script>\n'.split(
    "|",
  ),
  ..."<https://a.example>|<a@b.example>|<http:|&amp;|&|&#1;|&copy|&#x41;|\\|\\*|!|a|a |é|\u00a0|\r|\r\n|a\r\n---\r\n|\u0000".split(
    "|",
  ),
  ..."* a\n+ a\n|1. a\n2) a\n|a\n===\n- b\n|- a\n---\n|- a\n  ---\n|| a | b |\n".split(/(?<!\|)\|(?!\|| )/),
].filter((part) => part !== "");

/** How many signs of the text are looked at: the same on every machine, however busy. */
function stepsOf(text: string): number {
  const { charCodeAt } = String.prototype;
  let steps = 0;
  String.prototype.charCodeAt = function (at) {
    steps++;
    return charCodeAt.call(this, at);
  };
  try {
    render(text);
  } finally {
    String.prototype.charCodeAt = charCodeAt;
  }
  return steps;
}

/** What this thread worked for it, in milliseconds. */
function workOf(text: string, rounds: number): number {
  const works = Array.from({ length: rounds }, () => {
    const began = process.threadCpuUsage();
    render(text);
    return process.threadCpuUsage(began).user / 1000;
  });
  return Math.min(...works);
}

const longest = 20_000;
/** Brackets may be open in a hundred levels, and each is looked for again at every one of them. */
const mostSteps = 400;

const filled = (part: string, signs: number) => part.repeat(Math.ceil(signs / part.length));

/** The longest of such texts that may be written. */
function longestPlain(textOf: (signs: number) => string): string {
  let signs = longest;
  while (signs > 100 && !isPlain(textOf(signs))) signs *= 0.8;
  return textOf(signs);
}

/** Eight times the text is no more than forty times the work: with a square it would be sixty-four times. */
function growsFaster(textOf: (signs: number) => string): boolean {
  const [short, long] = [textOf(5_000), textOf(40_000)];
  // What is done at once is not measured; and what else is run beside it may slow a try, never three.
  if (!isPlain(long) || workOf(long, 1) < 40) return false;
  const tries = Array.from({ length: 3 });
  return tries.every(() => workOf(long, 2) > 40 * Math.max(workOf(short, 5), 1));
}

describe("takes time in proportion to the text", { timeout: 240_000 }, () => {
  test("of every construct", () => {
    const slow = constructs.filter((part) => growsFaster((signs) => filled(part, signs)));
    expect(slow).toEqual([]);
  });

  test("of constructs within and after each other", () => {
    const part = fc.constantFrom(...constructs);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), fc.boolean(), (parts, isMixed) => {
        const text = longestPlain((signs) =>
          isMixed
            ? filled(parts.join(""), signs)
            : parts.map((one) => filled(one, signs / parts.length)).join("a"),
        );
        expect(stepsOf(text)).toBeLessThanOrEqual(mostSteps * text.length + 1000);
      }),
      { numRuns: 200 },
    );
  });

  test("is what too many quotes would not, and they are refused", () => {
    const quotes = "> a\n> ---\n=\n".repeat(1500);
    expect(isPlain(quotes)).toBe(false);
    expect(stepsOf(quotes)).toBeGreaterThan(mostSteps * quotes.length);
    expect(isPlain("> Een zin van iemand die het meemaakte.\n".repeat(400))).toBe(true);
  });
});
