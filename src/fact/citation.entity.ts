import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Article } from '../article/article.entity';
import { DateTime } from '../planner/date-time';
import { Story } from '../story/story.entity';

/** How exactly a citation points. */
export enum CitationKind {
  LINK = 'LINK',
  SPAN = 'SPAN',
}
registerEnumType(CitationKind, {
  name: 'CitationKind',
  description: 'How exactly a citation points.',
  valuesConfig: {
    LINK: { description: 'To a page.' },
    SPAN: { description: 'To the exact words of a stored version.' },
  },
});

/** The tie from a fact to the document that carries it. */
@Entity('citation')
@Check('citation_kind', `kind in ('LINK', 'SPAN')`)
@Check(
  'citation_span',
  `case kind when 'SPAN' then num_nulls(article_id, version, span_start, span_end, span_hash) = 0 and span_start < span_end else num_nonnulls(span_start, span_end, span_hash) = 0 end`,
)
@Index('citation_fact', ['storyId', 'factId', 'ordinal'])
@Index('citation_article', ['articleId'])
@ObjectType({ description: 'The tie from a fact to the document, and where the text is stored to the exact words, that carry it.' })
export class Citation {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Story, { name: 'citation_story' })
  storyId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  factId!: string;

  @Column('integer')
  ordinal!: number;

  @Column('text')
  @Field(() => CitationKind, { description: 'How exactly it points.' })
  kind!: CitationKind;

  @Column('text')
  @Field(() => String, { description: 'The address of the page.' })
  url!: string;

  @Column('uuid', { nullable: true })
  articleId!: string | null;

  @Field(() => Article, { nullable: true, description: 'The article, where this system holds it.' })
  article!: Article | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'The version of the article that was read.' })
  version!: number | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Where the quoted words begin in the text of that version, in code points from 0.' })
  spanStart!: number | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Where the quoted words end, exclusive.' })
  spanEnd!: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'SHA-256 of the quoted words, in hex.' })
  spanHash!: string | null;

  @Field(() => String, { nullable: true, description: 'The quoted words, where the text is held.' })
  quote!: string | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the document became public; null where nobody knows: then it shows with its fact.',
  })
  publicAt!: Date | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  movedTo!: string | null;
}
