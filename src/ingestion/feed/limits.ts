/** What a feed may cost us at most. A document past `bytes`, `depth`, `elements` or `entities` is refused; longer fields are cut, further items set aside. */
export const feedLimits = {
  bytes: 16 * 1024 * 1024,
  depth: 256,
  elements: 400_000,
  /** Declared for one element, those it inherits counted. */
  namespaces: 200,
  entities: 100,
  items: 5_000,
  /** Elements directly within a head or an item; the others are not read. */
  children: 2_000,
  /** Characters of a title, a name, an address, a date. */
  shortText: 8_192,
  /** Characters of a summary or a content. */
  longText: 1024 * 1024,
};
