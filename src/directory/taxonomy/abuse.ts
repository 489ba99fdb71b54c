import type { Term } from "./term.ts";

/** What may be wrong. The top terms are the six kinds of abuse that the network registers. */
export const abuseTerms: readonly Term[] = [
  {
    code: "child-abuse",
    name: "Kindermisbruik",
    nameEn: "Child abuse",
    description:
      "Kindermishandeling: een kind wordt geslagen, verwaarloosd, vernederd of seksueel misbruikt.",
  },
  {
    code: "violence",
    name: "Geweld",
    nameEn: "Violence",
    description: "Iemand wordt geslagen, geschopt, mishandeld, opgesloten of vastgehouden.",
  },
  {
    code: "threat",
    parent: "violence",
    name: "Bedreiging",
    nameEn: "Threat",
    description: "Iemand wordt bedreigd, bang gemaakt, gestalkt of gechanteerd.",
  },
  {
    code: "honour-based-violence",
    parent: "violence",
    name: "Eergerelateerd geweld",
    nameEn: "Honor-based violence",
    description: "Geweld of dreiging omdat de eer van de familie of de groep geschonden zou zijn.",
  },
  {
    code: "sexual-exploitation",
    name: "Seksuele uitbuiting",
    nameEn: "Sexual exploitation",
    description:
      "Iemand wordt gedwongen of overgehaald tot seks of prostitutie waar een ander voordeel van heeft.",
  },
  {
    code: "sexual-violence",
    parent: "sexual-exploitation",
    name: "Seksueel geweld",
    nameEn: "Sexual violence",
    description: "Aanranding, verkrachting, ongewenste aanrakingen of ander seksueel misbruik.",
  },
  {
    code: "labour-exploitation",
    name: "Arbeidsuitbuiting",
    nameEn: "Labor exploitation",
    description: "Iemand moet werken voor weinig of geen loon, of mag niet stoppen met werken.",
  },
  {
    code: "human-trafficking",
    parent: "labour-exploitation",
    name: "Mensenhandel",
    nameEn: "Human trafficking",
    description:
      "Iemand wordt met dwang of misleiding geworven of vastgehouden om aan te verdienen; soms is het paspoort afgepakt.",
  },
  {
    code: "financial-abuse",
    name: "Financiële misstanden",
    nameEn: "Financial abuse",
    description:
      "Geld, spaargeld, een erfenis of bezit is afgepakt of onder druk weggegeven, of er zijn schulden door dure cursussen of giften.",
  },
  {
    code: "fraud",
    parent: "financial-abuse",
    name: "Fraude en oplichting",
    nameEn: "Fraud",
    description: "Iemand is opgelicht of bedrogen en is geld kwijt.",
  },
  {
    code: "psychological-abuse",
    name: "Psychologische misstanden",
    nameEn: "Psychological abuse",
    description: "Iemand wordt vernederd, gekleineerd, gecontroleerd of afgesneden van familie en vrienden.",
  },
  {
    code: "coercion",
    parent: "psychological-abuse",
    name: "Dwang",
    nameEn: "Coercion",
    description: "Iemand wordt gedwongen, moet dingen doen tegen de eigen wil, of mag niet weg.",
  },
  {
    code: "manipulation",
    parent: "psychological-abuse",
    name: "Manipulatie",
    nameEn: "Manipulation",
    description: "Iemand wordt gehersenspoeld, bespeeld of onder druk gezet om de eigen mening op te geven.",
  },
  {
    code: "bullying",
    parent: "psychological-abuse",
    name: "Pesten",
    nameEn: "Bullying",
    description: "Iemand wordt gepest, uitgelachen of buitengesloten.",
  },
  {
    code: "forced-marriage",
    parent: "psychological-abuse",
    name: "Huwelijksdwang en achterlating",
    nameEn: "Forced marriage",
    description: "Iemand moet trouwen, mag niet scheiden of is achtergelaten in het buitenland.",
  },
  {
    code: "radicalisation",
    parent: "psychological-abuse",
    name: "Radicalisering",
    nameEn: "Radicalization",
    description: "Iemand raakt in de ban van extreme ideeën of sluit zich aan bij een extremistische groep.",
  },
  {
    code: "cults",
    parent: "psychological-abuse",
    name: "Sekte of gesloten groep",
    nameEn: "Cult or closed group",
    description: "Een sekte, beweging of gesloten groep, vaak met een leider, beheerst iemands leven.",
  },
  {
    code: "spiritual-abuse",
    parent: "psychological-abuse",
    name: "Geestelijk machtsmisbruik",
    nameEn: "Spiritual abuse",
    description:
      "Een dominee, voorganger, imam, goeroe of kerk gebruikt geloof of spiritualiteit om iemand te beheersen.",
  },
];
