import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

/** The longest name PostgreSQL keeps, in bytes. */
const longestName = 63;

/**
 * Names tables and columns in snake case, and keys and indexes as PostgreSQL itself does when a migration leaves them unnamed
 * (`statement_issuer_id_fkey`), so that plain SQL and the classes agree without naming anything twice. Checks are named where they are written.
 */
export class SnakeNamingStrategy extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, givenName: string | undefined): string {
    return givenName ?? snakeCase(className);
  }

  override columnName(propertyName: string, givenName: string, embeddedPrefixes: string[]): string {
    return [...embeddedPrefixes.map(snakeCase), givenName || snakeCase(propertyName)].join('_');
  }

  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return snakeCase(`${relationName}_${referencedColumnName}`);
  }

  override joinTableName(firstTable: string, secondTable: string, firstProperty: string): string {
    return snakeCase(`${firstTable}_${firstProperty.replaceAll('.', '_')}_${secondTable}`);
  }

  override joinTableColumnName(tableName: string, propertyName: string, columnName?: string): string {
    return snakeCase(`${tableName}_${columnName ?? propertyName}`);
  }

  override primaryKeyName(table: Table | string): string {
    return objectName(this.getTableName(table), '', 'pkey');
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return objectName(this.getTableName(table), columns.join('_'), 'key');
  }

  override relationConstraintName(table: Table | string, columns: string[]): string {
    return this.uniqueConstraintName(table, columns);
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return objectName(this.getTableName(table), columns.join('_'), 'fkey');
  }

  override indexName(table: Table | string, columns: string[]): string {
    return objectName(this.getTableName(table), columns.join('_'), 'idx');
  }
}

/** `storyId` → `story_id`, `StoryArticle` → `story_article`, `sourceURL` → `source_url`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/** As `makeObjectName` in PostgreSQL: table, columns, kind; the longer of the first two gives way until the whole fits. */
function objectName(table: string, columns: string, kind: string): string {
  let [first, second] = [table, columns];
  const room = longestName - kind.length - (second ? 2 : 1);
  while (first.length + second.length > room) {
    if (first.length > second.length) first = first.slice(0, -1);
    else second = second.slice(0, -1);
  }
  return [first, second, kind].filter(Boolean).join('_');
}
