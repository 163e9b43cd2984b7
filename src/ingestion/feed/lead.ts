/** The first words of a text, for an item without a title. */
export function leadOf(text: string | null): string | null {
  const line = text?.replace(/\s+/g, ' ').trim();
  if (!line) return null;
  if (line.length <= 100) return line;
  const cut = line.slice(0, 100).replace(/\p{Cs}$/u, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60))}…`;
}
