// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Action } from '#shared/domain/permissions.ts';
import { type Unreached, unreachedWhys } from '#shared/domain/reach.ts';
import { UnreachedBox } from '../../tabs/reach/UnreachedBox.tsx';
import { type Call, show } from '../worlds/tabs/screen.tsx';

const one = (more: Partial<Unreached> = {}): Unreached => ({
  id: 'chef-1',
  name: 'Chef, Omsorg',
  why: 'blocked',
  since: '2026-11-23T08:02:00Z',
  inFeed: false,
  holdsUp: true,
  ...more,
});

const draw = (
  unreached: readonly Unreached[],
  may: readonly Action[] = ['sendAgain'],
  onChanged: () => void = () => undefined,
): Call[] =>
  show(
    <UnreachedBox unreached={unreached} onChanged={onChanged} />,
    () => ({ body: { outcome: 'still', message: 'Ikke leveret.' } }),
    { may },
  );

afterEach(cleanup);

describe('the box about somebody who cannot be reached', () => {
  it.each(unreachedWhys)('says who, why, since when and what helps: %s', (why) => {
    draw([one({ why })]);
    screen.getByRole('heading', { name: 'Chef, Omsorg kan ikke nås' });
    screen.getByText(/Chef, Omsorg.* siden mandag 23. november kl. 9.02\.$/);
    expect(screen.getByText('Det hjælper:').parentElement?.textContent?.length).toBeGreaterThan(30);
  });

  it('says that the activity feed has told them', () => {
    draw([one({ inFeed: true })]);
    screen.getByText(/aktivitetsfeed/);
  });

  it('has no button for somebody who may not press it', () => {
    draw([one()], []);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('sends once while it is sending, and says what came of it', async () => {
    let changed = 0;
    const calls = draw([one()], ['sendAgain'], () => {
      changed += 1;
    });
    const button = screen.getByRole('button', { name: 'Send igen' });
    fireEvent.click(button);
    fireEvent.click(button);
    await screen.findByText('Ikke leveret.');
    await waitFor(() => expect(changed).toBe(1));
    expect(calls).toMatchObject([{ method: 'POST', path: '/api/people/chef-1/send-again' }]);
  });

  it('is nothing when everybody can be reached', () => {
    draw([]);
    expect(screen.queryByRole('status')).toBeNull();
    expect(screen.queryByRole('heading')).toBeNull();
  });
});
