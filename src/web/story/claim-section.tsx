import type { ReactElement } from 'react';
import { ClaimLane } from '../chart/claim-lane';
import type { ClockSpan } from '../chart/story-clock';
import { ForeignText } from '../page/foreign-text';
import { Moment } from '../page/moment';
import { SourceLink } from '../page/source-link';
import { countOf, titleOf, wordOf } from '../page/words';
import type { StoryView } from './read-story';
import type { Claim, Position } from './story-query';
import { storyAddress } from './story-request';

/** The most contested first. */
const order = ['DISPUTED', 'UNVERIFIED', 'DENIED', 'CORROBORATED', 'CONFIRMED', 'REFUTED'];

/** What is contested: each claim with those for and against it over time. */
export function ClaimSection({ view }: { view: StoryView }): ReactElement {
  const { story, request, known } = view;
  const timeline = request.kind || request.after ? storyAddress(request, { kind: null }) : '';
  const weight = (claim: Claim): number => order.indexOf(claim.status) * 1000 - claim.positions.totalCount;
  const claims = [...story.claims.nodes].sort((one, other) => weight(one) - weight(other));
  return (
    <section id="claims" aria-labelledby="claims-title">
      <h2 id="claims-title">What is contested</h2>
      {claims.length === 0 ? (
        <p className="empty">No claim was on record.</p>
      ) : (
        <>
          <ul className="legend">
            <li>
              <svg width="12" height="12" viewBox="-6 -6 12 12" className="lane" aria-hidden="true">
                <circle r="3.6" className="supports" />
              </svg>{' '}
              supports, above the line
            </li>
            <li>
              <svg width="12" height="12" viewBox="-6 -6 12 12" className="lane" aria-hidden="true">
                <circle r="3.2" className="disputes" />
              </svg>{' '}
              disputes, below
            </li>
            <li>
              <svg width="12" height="12" viewBox="-6 -6 12 12" className="lane" aria-hidden="true">
                <path d="M-3.2-3.2 3.2 3.2M-3.2 3.2 3.2-3.2" className="denies" />
              </svg>{' '}
              denies, below
            </li>
          </ul>
          <ul className="claims">
            {claims.map(claim => (
              <ClaimItem key={claim.id} claim={claim} span={known} timeline={timeline} />
            ))}
          </ul>
          {story.claims.totalCount > claims.length && (
            <p className="lead">And {countOf(story.claims.totalCount - claims.length, 'more claim')}, through the API.</p>
          )}
        </>
      )}
    </section>
  );
}

interface ClaimItemProps {
  claim: Claim;
  span: ClockSpan;
  /** The address of the timeline where all statements stand; empty where it is this page. */
  timeline: string;
}

function ClaimItem({ claim, span, timeline }: ClaimItemProps): ReactElement {
  const standing = claim.positions.nodes.filter(({ retraction }) => !retraction);
  const pro = standing.filter(({ polarity }) => polarity === 'SUPPORTS').length;
  return (
    <li className="claim" id={claim.id}>
      <p className="kicker">
        <span className={`verdict ${claim.status.toLowerCase()}`}>{titleOf(claim.status)}</span>
      </p>
      <h3>
        <ForeignText text={claim.proposition} />
      </h3>
      <ClaimLane positions={standing} span={span} label={`${pro} for, ${standing.length - pro} against`} />
      <details>
        <summary>
          {pro} for, {standing.length - pro} against
        </summary>
        {claim.note && (
          <p className="note">
            <ForeignText text={claim.note} />
          </p>
        )}
        <ol className="positions">
          {claim.positions.nodes.map(position => (
            <PositionItem key={position.id} position={position} timeline={timeline} />
          ))}
        </ol>
        {claim.positions.totalCount > claim.positions.nodes.length && (
          <p className="note">And {countOf(claim.positions.totalCount - claim.positions.nodes.length, 'later position')}.</p>
        )}
      </details>
    </li>
  );
}

function PositionItem({ position, timeline }: { position: Position; timeline: string }): ReactElement {
  const { holder, polarity, evidence, takenAt, precision, basis, retraction } = position;
  return (
    <li className={retraction ? 'withdrawn' : undefined}>
      <p>
        <strong>
          <ForeignText text={holder.name} />
        </strong>{' '}
        <span className={polarity.toLowerCase()}>{wordOf(polarity)} it</span>, <Moment at={takenAt} precision={precision} />
        {evidence && (
          <>
            . <ForeignText text={evidence} />
          </>
        )}
      </p>
      <p className="small">
        {basis.__typename === 'Statement' ? (
          <a href={`${timeline}#${basis.id}`}>its statement</a>
        ) : (
          <SourceLink url={basis.url}>
            <ForeignText text={basis.title} language={basis.language} />
          </SourceLink>
        )}
      </p>
    </li>
  );
}
