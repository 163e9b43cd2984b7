import { Arg, Query, Resolver } from 'type-graphql';
import { planned } from '../planner/page';
import { Country } from './country.entity';

@Resolver(() => Country)
export class CountryResolver {
  @Query(() => Country, { nullable: true, description: 'A country by its ISO 3166-1 code or its item of Wikidata.' })
  country(@Arg('code', () => String, { description: 'Such as FR or Q142.' }) _code: string): Country {
    return planned();
  }

  @Query(() => [Country], { description: 'All countries, by code.' })
  countries(): Country[] {
    return planned();
  }
}
