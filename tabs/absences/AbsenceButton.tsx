import { Button } from '@fluentui/react-components';
import { CalendarPersonRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { absenceWords } from '#shared/words/absences/words.ts';
import { useMe } from '../shell/Looking.tsx';
import { AbsenceDialog } from './AbsenceDialog.tsx';

/** For those of whom something is asked, and the consultant who sets it for one who is ill. */
export const AbsenceButton = () => {
  const { roles } = useMe();
  const [open, setOpen] = useState(false);
  const isTheirs = roles.some((role) => ['chef', 'leder', 'consultant'].includes(role));
  if (!isTheirs) return null;
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<CalendarPersonRegular />}
        onClick={() => setOpen(true)}
      >
        {absenceWords.page.title}
      </Button>
      {open && <AbsenceDialog onClose={() => setOpen(false)} />}
    </>
  );
};
