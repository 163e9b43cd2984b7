import { Args, FieldResolver, Resolver } from 'type-graphql';
import { connectionOf, PageArguments, planned } from '../planner/page';
import { Story } from '../story/story.entity';
import { CountryResponse, Coverage, Response, Tally } from './dossier.types';

const ResponseConnection = connectionOf('Response', () => Response, 'responses');

@Resolver(() => Story)
export class DossierResolver {
  @FieldResolver(() => [Tally], { description: 'What the figures amount to, one for each metric.' })
  tallies(): Tally[] {
    return planned();
  }

  @FieldResolver(() => ResponseConnection, { description: 'What each actor said, summed up; the most talkative first.' })
  responses(@Args(() => PageArguments) _page: PageArguments): object {
    return planned();
  }

  @FieldResolver(() => [CountryResponse], {
    description: 'A row for each of the 193 members and two observers of the United Nations, whether it spoke or not; by code.',
  })
  responseMap(): CountryResponse[] {
    return planned();
  }

  @FieldResolver(() => Coverage, { description: 'How widely it is told.' })
  coverage(): Coverage {
    return planned();
  }
}
