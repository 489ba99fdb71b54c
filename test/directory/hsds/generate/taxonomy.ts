import { metadata, taxonomies, taxonomyTerms, units } from "../../../../src/directory/schema.ts";
import { idOf, pick, saidOf, type Tables, themes } from "./words.ts";

/** A taxonomy of thirty terms, five at the top, and the units that capacities are counted in. */
export function taxonomyRows(): Tables {
  const taxonomyId = idOf("taxonomy", 0);
  const terms = Array.from({ length: 30 }, (_, n) => ({
    id: idOf("taxonomy_term", n),
    taxonomyId,
    parentId: n < themes.length ? null : idOf("taxonomy_term", n % themes.length),
    code: `GEN-${n}`,
    name: `${pick(themes, n)} ${n}`,
    description: `Alles rond ${pick(themes, n).toLowerCase()}`,
    nameEn: `Topic ${n}`,
    language: "nl",
    termUri: `https://terms.example/${n}`,
  }));
  const unit = { name: "bed", scheme: "UCUM", identifier: "{bed}", uri: "https://units.example/bed" };
  return [
    [
      taxonomies,
      [
        {
          id: taxonomyId,
          name: "Themalijst",
          description: "Thema's van hulp",
          uri: "https://terms.example/",
          version: "2",
        },
      ],
    ],
    [taxonomyTerms, terms],
    [units, [{ id: idOf("unit", 0), ...unit }]],
    [
      metadata,
      [
        ...saidOf("taxonomy", taxonomyId, 0).metadata,
        ...terms.flatMap(({ id }, n) => saidOf("taxonomy_term", id, n).metadata),
        ...saidOf("unit", idOf("unit", 0), 0).metadata,
      ],
    ],
  ];
}
