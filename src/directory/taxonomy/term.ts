/** A topic that services are filed under, worded as callers would. */
export interface Term {
  /** Unique over all taxonomies. */
  code: string;
  /** The code of the broader term in the same taxonomy. */
  parent?: string;
  name: string;
  nameEn: string;
  description: string;
}
