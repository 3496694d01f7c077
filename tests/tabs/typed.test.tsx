// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { blankWords, type ReportWords } from '#shared/domain/reports/report.ts';
import { keepSection, typedSection } from '../../tabs/project/typedSection.ts';
import { MeContext } from '../../tabs/shell/Looking.tsx';
import { forgetOld, typedKey } from '../../tabs/typed/typed.ts';
import { isTyped, useTyped } from '../../tabs/typed/useTyped.ts';
import { keepTypedNote, typedNote } from '../../tabs/visits/notes/noteDraft.ts';
import { aMeReply } from '../builders/board.ts';

const day = 24 * 60 * 60 * 1_000;
const place = ['report', 'p1'];
const at = 'digitek-typed:me:form:report:p1';

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.useRealTimers();
});

/** A form of a status, opened by somebody on what is saved. */
const opened = (saved: ReportWords = blankWords, id = 'me') => {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MeContext value={aMeReply({ id })}>{children}</MeContext>
  );
  const holds = ({ time }: ReportWords): boolean => time !== ('purple' as never);
  const form = renderHook(() => useTyped(place, saved, { like: blankWords, holds }), { wrapper });
  return {
    words: () => form.result.current[0],
    typing: () => form.result.current[2],
    type: (part: Partial<ReportWords>) =>
      act(() => form.result.current[1]((before) => ({ ...before, ...part }))),
    close: () => form.unmount(),
  };
};

const typedAndClosed = (part: Partial<ReportWords>): void => {
  const form = opened();
  form.type(part);
  form.close();
};

describe('what is typed in a form', () => {
  it('is there when the tab is opened again, and says that it is not sent', () => {
    typedAndClosed({ said: 'Det går godt', time: 'onPlan' as never });
    const again = opened();
    expect(again.words()).toMatchObject({ said: 'Det går godt' });
    expect(again.typing().isFromBefore).toBe(true);
    expect(isTyped('me', place)).toBe(true);
  });

  it('is nobody else’s', () => {
    typedAndClosed({ said: 'Kun mit' });
    expect(opened(blankWords, 'you').words()).toEqual(blankWords);
    expect(isTyped('you', place)).toBe(false);
  });

  it('is forgotten when it is sent, given up, or taken out again', () => {
    const form = opened();
    form.type({ said: 'Sendt' });
    form.typing().forget();
    form.close();
    expect(localStorage).toHaveLength(0);
    const again = opened();
    again.type({ said: 'Nej' });
    again.type({ said: '' });
    expect(localStorage).toHaveLength(0);
  });

  it('stands beside what others have saved meanwhile', () => {
    typedAndClosed({ said: 'Mit' });
    const again = opened({ ...blankWords, help: 'En tekniker' });
    expect(again.words()).toMatchObject({ said: 'Mit', help: 'En tekniker' });
  });

  it('is set aside after thirty days', () => {
    typedAndClosed({ said: 'For længe siden' });
    vi.useFakeTimers({ now: Date.now() + 31 * day });
    expect(opened().words()).toEqual(blankWords);
  });

  it.each([
    ['no JSON', '{'],
    ['a text', '"hej"'],
    ['null', 'null'],
    ['another form', JSON.stringify({ over: { said: '' }, value: { said: 'x' } })],
    [
      'a number for a text',
      JSON.stringify({ over: blankWords, value: { ...blankWords, said: 5 } }),
    ],
    ['a field more', JSON.stringify({ over: blankWords, value: { ...blankWords, more: '' } })],
    [
      'a code that is no more',
      JSON.stringify({ over: blankWords, value: { ...blankWords, time: 'purple' } }),
    ],
  ])('is set aside where it is %s', (_, kept) => {
    localStorage.setItem(at, kept);
    const form = opened();
    expect(form.words()).toEqual(blankWords);
    expect(form.typing().isFromBefore).toBe(false);
  });

  it('is only typed where the browser keeps nothing', () => {
    const closed = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('closed');
    });
    const form = opened();
    form.type({ said: 'Her' });
    expect(form.words().said).toBe('Her');
    closed.mockRestore();
  });
});

describe('what lies on the device when the tab is opened', () => {
  const section = typedKey('me', 'p1', 'about');
  const typed = { draft: { title: 'Ny' }, base: { title: 'Gammel' }, revision: '"1"' };

  it('is forgotten when it is old or cannot be read, and nothing else is touched', () => {
    const now = Date.now();
    keepSection(section, typed);
    localStorage.setItem(at, '{');
    localStorage.setItem('digitek.chain', '2');
    forgetOld(now + 29 * day);
    expect(typedSection(section)).toMatchObject(typed);
    forgetOld(now + 31 * day);
    expect(Object.keys(localStorage)).toEqual(['digitek.chain']);
  });

  it('is read where a release before this one kept it, and is thirty days old from now', () => {
    const now = Date.now();
    localStorage.setItem(section, JSON.stringify(typed));
    localStorage.setItem('digitek360-typed:me:v1', JSON.stringify({ text: 'Nøgler', group: '' }));
    expect(typedSection(section)).toMatchObject(typed);
    forgetOld(now);
    expect(typedNote('me', 'v1')).toEqual({ text: 'Nøgler', group: '' });
    forgetOld(now + 31 * day);
    expect(localStorage).toHaveLength(0);
  });

  it('is an observation until it is saved or emptied', () => {
    keepTypedNote('me', 'v1', { text: 'Nøgler', group: 'Dør' });
    expect(typedNote('me', 'v1')).toEqual({ text: 'Nøgler', group: 'Dør' });
    keepTypedNote('me', 'v1', { text: ' ', group: 'Dør' });
    expect(localStorage).toHaveLength(0);
  });
});
