import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const uri = { type: 'string', format: 'uri' };
const dateTime = { type: 'string', format: 'date-time' };
const text = { type: 'string', minLength: 1 };
const authors = {
  type: 'array',
  items: { type: 'object', properties: { name: text, url: uri, avatar: uri }, minProperties: 1, additionalProperties: false },
};

/** JSON Feed 1.1, after https://www.jsonfeed.org/version/1.1/: nothing beyond it, so that a misspelt name fails. */
const jsonFeed = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: uri,
    feed_url: uri,
    description: text,
    next_url: uri,
    language: text,
    authors,
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'url', 'title', 'content_html', 'content_text', 'date_published', 'date_modified'],
        additionalProperties: false,
        properties: {
          id: text,
          url: uri,
          title: text,
          content_html: text,
          content_text: text,
          date_published: dateTime,
          date_modified: dateTime,
          authors,
          tags: { type: 'array', items: text },
          language: text,
        },
      },
    },
  },
};

const organisation = { type: 'object', required: ['@type', 'name'], properties: { '@type': { const: 'Organization' }, name: text } };

/** Something that was posted, with what search engines require or recommend of it. */
const posting = {
  type: 'object',
  required: ['@type', '@id', 'url', 'headline', 'articleBody', 'author', 'datePublished', 'dateModified', 'citation'],
  additionalProperties: false,
  properties: {
    '@type': { enum: ['BlogPosting', 'NewsArticle', 'Article'] },
    '@id': uri,
    identifier: text,
    url: uri,
    headline: text,
    articleBody: text,
    articleSection: text,
    inLanguage: text,
    author: organisation,
    datePublished: dateTime,
    dateModified: dateTime,
    correction: text,
    citation: {
      type: 'array',
      items: {
        type: 'object',
        required: ['@type', 'url', 'name'],
        properties: { '@type': { const: 'CreativeWork' }, url: uri, name: text },
      },
    },
  },
};

/** LiveBlogPosting with what schema.org has for it and what search engines require or recommend of it. */
const liveBlog = {
  type: 'object',
  required: [
    ...['@context', '@type', '@id', 'url', 'headline', 'description', 'datePublished', 'dateModified', 'author', 'publisher'],
    ...['about', 'coverageStartTime', 'liveBlogUpdate'],
  ],
  additionalProperties: false,
  properties: {
    '@context': { const: 'https://schema.org' },
    '@type': { const: 'LiveBlogPosting' },
    '@id': uri,
    url: uri,
    mainEntityOfPage: uri,
    headline: text,
    description: text,
    inLanguage: text,
    author: organisation,
    publisher: organisation,
    datePublished: dateTime,
    dateModified: dateTime,
    coverageStartTime: dateTime,
    about: {
      type: 'object',
      required: ['@type', 'name', 'startDate'],
      additionalProperties: false,
      properties: {
        '@type': { const: 'Event' },
        name: text,
        startDate: dateTime,
        endDate: dateTime,
        location: {
          type: 'object',
          required: ['@type', 'name'],
          additionalProperties: false,
          properties: {
            '@type': { const: 'Place' },
            name: text,
            address: {
              type: 'object',
              required: ['@type', 'addressCountry'],
              properties: { '@type': { const: 'PostalAddress' }, addressCountry: { type: 'string', pattern: '^[A-Z]{2}$' } },
            },
            geo: {
              type: 'object',
              required: ['@type', 'latitude', 'longitude'],
              properties: { '@type': { const: 'GeoCoordinates' }, latitude: { type: 'number' }, longitude: { type: 'number' } },
            },
          },
        },
      },
    },
    liveBlogUpdate: {
      type: 'array',
      items: posting,
    },
  },
};

/** SearchResultsPage with a list of what was found. */
const searchResults = {
  type: 'object',
  required: ['@context', '@type', '@id', 'url', 'name', 'description', 'dateModified', 'mainEntity'],
  additionalProperties: false,
  properties: {
    '@context': { const: 'https://schema.org' },
    '@type': { const: 'SearchResultsPage' },
    '@id': uri,
    url: uri,
    name: text,
    description: text,
    dateModified: dateTime,
    mainEntity: {
      type: 'object',
      required: ['@type', 'numberOfItems', 'itemListElement'],
      additionalProperties: false,
      properties: {
        '@type': { const: 'ItemList' },
        numberOfItems: { type: 'integer', minimum: 0 },
        itemListElement: {
          type: 'array',
          items: {
            type: 'object',
            required: ['@type', 'position', 'item'],
            additionalProperties: false,
            properties: { '@type': { const: 'ListItem' }, position: { type: 'integer', minimum: 1 }, item: posting },
          },
        },
      },
    },
  },
};

const ajv = addFormats(new Ajv({ allErrors: true, strict: true }));

/** Checks a JSON Feed. */
export const isJsonFeed: ValidateFunction = ajv.compile(jsonFeed);

/** Checks a LiveBlogPosting. */
export const isLiveBlog: ValidateFunction = ajv.compile(liveBlog);

/** Checks the results of a search in JSON-LD. */
export const isSearchResultsPage: ValidateFunction = ajv.compile(searchResults);
