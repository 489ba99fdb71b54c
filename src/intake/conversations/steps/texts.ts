import type { StepName } from "./rule.ts";

interface StepText {
  title: string;
  guidance: string;
}

interface Texts {
  source: string;
  note: string;
  steps: Record<StepName, StepText>;
}

/**
 * The five steps as facts: Besluit verplichte meldcode huiselijk geweld en kindermishandeling, article 2 (Stb. 2013,
 * 324; since 2019 with a framework for weighing in steps four and five). The words are our own.
 */
export const sourceUrl = "https://zoek.officielebekendmakingen.nl/stb-2013-324.html";

export const stepTexts: Record<"nl" | "en", Texts> = {
  nl: {
    source: "Besluit verplichte meldcode huiselijk geweld en kindermishandeling, artikel 2 (Stb. 2013, 324)",
    note: "Bij direct gevaar: bel eerst 112. Veilig Thuis geeft dag en nacht advies: 0800-2000. Er wordt niets vanzelf gemeld; u beslist.",
    steps: {
      "map-signals": {
        title: "Signalen in kaart brengen",
        guidance: "Zet op een rij wat u hoorde en zag, los van wat u denkt dat erachter zit.",
      },
      consult: {
        title: "Overleggen met een collega of Veilig Thuis",
        guidance:
          "Leg het voor aan een collega of, zonder naam te noemen, aan Veilig Thuis. Twijfelt u aan letsel: vraag een deskundige.",
      },
      talk: {
        title: "Praten met wie het aangaat",
        guidance:
          "Bespreek uw zorg met de beller en, waar dat veilig kan, met de ander. Kan het niet veilig: leg vast waarom niet.",
      },
      weigh: {
        title: "Wegen",
        guidance:
          "Weeg hoe ernstig het is en of er acuut of steeds weer gevaar is. Bij twijfel vraagt u Veilig Thuis.",
      },
      decide: {
        title: "Beslissen",
        guidance:
          "Twee vragen: is melden bij Veilig Thuis nodig, en kan er goede hulp komen? Beide kunnen, en leg vast waarom.",
      },
    },
  },
  en: {
    source:
      "Dutch Decree on the reporting code for domestic violence and child abuse, article 2 (Stb. 2013, 324)",
    note: "In immediate danger phone 112 first. Veilig Thuis advises day and night: 0800-2000. Nothing is reported by itself; you decide.",
    steps: {
      "map-signals": {
        title: "Map the signals",
        guidance: "List what you heard and saw, apart from what you think is behind it.",
      },
      consult: {
        title: "Consult a colleague or Veilig Thuis",
        guidance:
          "Put it to a colleague or, without a name, to Veilig Thuis. Where you doubt about an injury, ask an expert.",
      },
      talk: {
        title: "Talk with those concerned",
        guidance:
          "Tell the caller what worries you and, where it is safe, the other person too. Where it is not safe, write down why.",
      },
      weigh: {
        title: "Weigh",
        guidance:
          "Weigh how grave it is, and whether the danger is acute or keeps coming back. In doubt ask Veilig Thuis.",
      },
      decide: {
        title: "Decide",
        guidance:
          "Two questions: must it be reported to Veilig Thuis, and can good help be organized? Both may be; write down why.",
      },
    },
  },
};
