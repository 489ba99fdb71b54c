import type { Term } from "./term.ts";

/** What a caller may need. */
export const needTerms: readonly Term[] = [
  {
    code: "legal-advice",
    name: "Juridisch advies",
    nameEn: "Legal advice",
    description: "Uitleg over rechten en plichten en over wat je juridisch kunt doen.",
  },
  {
    code: "family-law",
    parent: "legal-advice",
    name: "Familierecht",
    nameEn: "Family law",
    description: "Scheiding, gezag over kinderen, omgang of alimentatie.",
  },
  {
    code: "contracts",
    parent: "legal-advice",
    name: "Contracten en opzeggen",
    nameEn: "Contracts",
    description: "Een contract, cursus of lidmaatschap opzeggen of terugdraaien.",
  },
  {
    code: "legal-aid",
    name: "Rechtsbijstand",
    nameEn: "Legal aid",
    description: "Een advocaat die helpt, zo nodig op kosten van de overheid.",
  },
  {
    code: "criminal-proceedings",
    name: "Aangifte en strafproces",
    nameEn: "Criminal proceedings",
    description: "Hulp bij aangifte doen bij de politie, bij de rechtszaak en bij de rechter.",
  },
  {
    code: "compensation",
    name: "Schadevergoeding",
    nameEn: "Compensation",
    description: "Geld terugkrijgen, of een vergoeding voor wat iemand is aangedaan.",
  },
  {
    code: "shelter",
    name: "Opvang",
    nameEn: "Shelter",
    description: "Een veilige plek om te slapen of onder te duiken.",
  },
  {
    code: "trauma-care",
    name: "Traumabehandeling",
    nameEn: "Trauma care",
    description: "Therapie bij angst, nachtmerries, schaamte of herbelevingen na wat er is gebeurd.",
  },
  {
    code: "listening-ear",
    name: "Luisterend oor",
    nameEn: "Listening ear",
    description: "Iemand die luistert, zonder oordeel.",
  },
  {
    code: "loneliness",
    parent: "listening-ear",
    name: "Eenzaamheid",
    nameEn: "Loneliness",
    description: "Eenzaam zijn, of alle vrienden kwijt zijn na een breuk.",
  },
  {
    code: "grief",
    parent: "listening-ear",
    name: "Rouw en verlies",
    nameEn: "Grief",
    description: "Verdriet om wie of wat er niet meer is.",
  },
  {
    code: "crisis",
    name: "Crisis",
    nameEn: "Crisis",
    description: "Het gaat zo niet langer en er is nu meteen hulp nodig.",
  },
  {
    code: "suicide",
    parent: "crisis",
    name: "Gedachten aan zelfmoord",
    nameEn: "Suicidal thoughts",
    description: "Denken aan suïcide of zelfdoding, of bang zijn dat een ander niet meer wil leven.",
  },
  {
    code: "leaving",
    name: "Weggaan uit een groep",
    nameEn: "Leaving a group",
    description: "Uit een sekte of gesloten groep stappen, uittreden, en daarna opnieuw beginnen.",
  },
  {
    code: "peer-support",
    name: "Lotgenotencontact",
    nameEn: "Peer support",
    description: "Praten met lotgenoten: mensen die hetzelfde hebben meegemaakt.",
  },
  {
    code: "information",
    name: "Informatie",
    nameEn: "Information",
    description: "Weten wat er over een groep of beweging bekend is.",
  },
  {
    code: "care-complaint",
    name: "Klacht over zorg",
    nameEn: "Complaint about care",
    description: "Een klacht over een arts, therapeut, coach of alternatieve behandelaar.",
  },
];
