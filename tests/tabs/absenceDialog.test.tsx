// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AbsenceDialog } from '../../tabs/absences/AbsenceDialog.tsx';
import { type Answers, show } from '../worlds/tabs/screen.tsx';

afterEach(cleanup);

const reply = {
  today: '2026-11-30',
  mayFor: [{ id: 'a', name: 'Leder' }],
  deputies: [],
  standing: [],
  readsReplies: false,
  lines: [],
};
const opened = (answers: Answers) => {
  const onClose = vi.fn();
  show(<AbsenceDialog onClose={onClose} />, answers);
  return onClose;
};

describe('the dialog of absences', () => {
  it('opens when its form is there, and not before', async () => {
    opened(() => ({ body: reply }));
    expect(screen.queryByRole('dialog')).toBeNull();
    const dialog = await screen.findByRole('dialog');
    expect(dialog.querySelector('input')).not.toBeNull();
  });

  it('says why there is none, and can be closed', async () => {
    const onClose = opened(() => ({
      status: 403,
      body: { error: { code: 'notAllowed', message: 'Det må du ikke.' } },
    }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Det må du ikke.');
    screen.getByRole('button', { name: 'Luk' }).click();
    expect(onClose).toHaveBeenCalledOnce();
  });
});
