import { entity, line, needs, orElse, required, short, text, to } from "./entity.ts";

export const taxonomyEntities = {
  taxonomy: entity({
    fields: { name: required(line), description: orElse("name"), uri: text, version: line },
  }),
  taxonomy_term: entity({
    fields: {
      code: { kind: "text", longest: 200, orElse: "id" },
      name: required(line),
      description: orElse("name"),
      language: short,
      term_uri: text,
    },
    references: { taxonomy_id: needs("taxonomy"), parent_id: { to: "taxonomy_term", loose: true } },
    nested: { taxonomy_detail: "taxonomy_id" },
    own: { "handreiking:name-en": { column: "name_en", field: line } },
  }),
  attribute: entity({
    fields: { link_entity: required(short), link_type: short, value: line, label: line },
    references: { taxonomy_term_id: to("taxonomy_term") },
    nested: { taxonomy_term: "taxonomy_term_id" },
  }),
  metadata: entity({
    fields: {
      resource_type: required(short),
      last_action_date: required(line),
      last_action_type: required(line),
      field_name: required(line),
      previous_value: required(text),
      replacement_value: required(text),
      updated_by: required(line),
    },
  }),
} as const;
