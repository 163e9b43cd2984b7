import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../platform/project-folder';

const texts = new Map<string, string>();

/** The text of a public operation: what the web part asks is what any client could. */
export function operationText(name: string): string {
  const text = texts.get(name) ?? readFileSync(join(projectFolder(), 'schema', 'operations', `${name}.graphql`), 'utf8');
  texts.set(name, text);
  return text;
}
