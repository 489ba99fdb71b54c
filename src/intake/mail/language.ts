import type { Language } from "../../handoff/index.ts";

/** Small words that a text in a language can hardly do without. */
const small: Readonly<Partial<Record<Language, readonly string[]>>> = {
  nl: "de het een ik niet en dat mijn van zijn maar heb wij met voor".split(" "),
  en: "the and to my not of that is was have with but for they me".split(" "),
  fr: "le la les je ne pas et mon ma que dans est avec pour mais".split(" "),
  de: "der die das ich nicht und mein mit ist aber ein zu für habe wir".split(" "),
  es: "el la los yo no y mi que en es con para pero una por".split(" "),
  pl: "nie i się na jest że do mnie moja mój jak ale z to w".split(" "),
  tr: "ve bir bu ben için çok değil ama ile beni benim var ne da de".split(" "),
};
const scripts: readonly (readonly [RegExp, Language])[] = [
  [/\p{Script=Arabic}/u, "ar"],
  [/[іїєґ]/iu, "uk"],
  [/\p{Script=Cyrillic}/u, "ru"],
];

/** The language that a text seems to be in; Dutch where nothing tells. */
export function languageOf(text: string): Language {
  const words =
    text
      .slice(0, 4000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const script = scripts.find(([sign]) => words.filter((word) => sign.test(word)).length > words.length / 3);
  if (script && words.length > 0) return script[1];
  const counted = Object.entries(small).map(
    ([language, known]) =>
      [language as Language, words.filter((word) => known.includes(word)).length] as const,
  );
  return counted.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
