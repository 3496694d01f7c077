import { describe, expect, it } from 'vitest';
import type { ChefStep } from '#shared/domain/chefComments/chefComment.ts';
import { chefReaderOf } from '#shared/domain/chefComments/view.ts';
import { chefCardAt } from '../../bot/cards/chefComments/chefCardFor.ts';
import { chefPlace } from '../../bot/cards/chefComments/chefContext.ts';
import {
  afterChef,
  askedChef,
  type Commenting,
  chefViewOf,
  commenting,
  seenNow,
} from '../builders/chefComment.ts';
import { actor } from '../builders/portfolio.ts';
import { context } from '../gallery/states.ts';

const chef = 'chef-omsorg';

const cardOf = (one: Commenting): string => {
  const view = chefViewOf(one);
  return JSON.stringify(
    chefCardAt(view, chefReaderOf(view, actor(chef)), context, chefPlace(view)),
  );
};

const asked = (step: ChefStep): Commenting => askedChef(commenting(step, { askOre: 0 }));

describe('the chef’s own ledergruppe', () => {
  it('is named before gate 3, until the chef has said something', () => {
    const open = asked('trialChef');
    expect(cardOf(open)).toContain('i din egen ledergruppe først?');
    const said = afterChef(open, chef, {
      ...{ type: 'commented', ...seenNow(open), comment: 'Lederne er med.' },
    });
    expect(cardOf(said)).not.toContain('ledergruppe');
  });

  it.each(['ideaChef', 'investigationChef'] as const)('is not named at %s', (step) => {
    expect(cardOf(asked(step))).not.toContain('ledergruppe');
  });
});
