/** What a feed may cost us at most. A document past the first three is refused; longer fields are cut, further items set aside. */
export const feedLimits = {
  bytes: 16 * 1024 * 1024,
  depth: 256,
  entities: 100,
  items: 5_000,
  /** Characters of a title, a name, an address, a date. */
  shortText: 8_192,
  /** Characters of a summary or a content. */
  longText: 1024 * 1024,
};
