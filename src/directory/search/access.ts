/** What people need to be able to come in and take part. */
export const accessNeeds = ["wheelchair", "hearing", "sight", "plain-language", "low-stimulus"] as const;
export type AccessNeed = (typeof accessNeeds)[number];

/** Words, as a regular expression of JavaScript and of PostgreSQL alike, by which texts say that they meet a need. */
export const accessWords: Readonly<Record<AccessNeed, string>> = {
  wheelchair: "rolstoel|mindervalide|drempelvrij|gelijkvloers|wheelchair|step[- ]?free|ramp access",
  hearing:
    "ringleiding|gebarent|schrijftolk|slechthorend|doven|dove mensen|hearing loop|induction loop|sign language|deaf|hard of hearing",
  sight:
    "braille|slechtziend|blinden|geleidehond|geleidelijn|guide dog|visually impaired|low vision|screen ?reader",
  "plain-language":
    "eenvoudige taal|begrijpelijke taal|makkelijke taal|laaggeletterd|taalniveau [ab]1|plain language|easy read|low literacy",
  "low-stimulus":
    "prikkelarm|stilteruimte|rustige ruimte|low[- ]stimul|quiet room|quiet space|sensory[- ]friendly",
};

/** Before one of those words, with at most two others between: the need is not met. */
export const notMet = "(^|\\W)(niet|geen|zonder|not|no|without)\\s+(\\w+\\s+){0,2}\\w*";

/** ISO 639 codes of sign languages, in which a service may be stated to be given. */
export const signLanguages = ["sgn", "dse", "vgt", "sfb", "gsg", "bfi", "ils", "ase"] as const;
