import { describe, expect, it } from '@jest/globals';
import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { buildApiSchema } from '../../src/app/schema';
import { sourceFiles } from './source-tree';

describe('the schema', () => {
  it('is the one in schema/schema.graphql: run `npm run schema` after a change', async () => {
    const kept = readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8');
    expect(printSchema(await buildApiSchema()).trim()).toBe(kept.trim());
  });

  it('describes every type, field, argument and input field', async () => {
    expect(undescribed(await buildApiSchema())).toEqual([]);
  });
});

describe('the code', () => {
  it('says of every exported function and class what it is for', () => {
    const silent = sourceFiles().flatMap(({ path, parsed }) =>
      parsed.statements
        .filter(statement => (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && isExported(statement))
        .filter(statement => !path.endsWith('.resolver.ts') && ts.getJSDocCommentsAndTags(statement).length === 0)
        .map(statement => `${path}: ${(statement as ts.FunctionDeclaration).name?.text}`),
    );
    expect(silent).toEqual([]);
  });
});

function isExported(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement) && Boolean(ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));
}

function undescribed(schema: GraphQLSchema): string[] {
  const missing: string[] = [];
  const check = (name: string, described: { description?: string | null }): void => {
    if (!described.description) missing.push(name);
  };
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    if (!roots.some(root => root === type)) check(type.name, type);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name})`, argument);
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field);
    } else if (isEnumType(type)) check(type.name, type);
  }
  return missing;
}
