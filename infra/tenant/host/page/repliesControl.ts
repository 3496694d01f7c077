import { button, el } from './dom.ts';
import type { AutomaticReplies, Json, PersonEntry } from './tenantApi.ts';
import { tenantApi } from './tenantApi.ts';
import { words } from './words.ts';

type Status = AutomaticReplies['status'];

/** A working day's beginning and end, in UTC as Outlook keeps them. */
const from = (day: string): Json => ({ dateTime: `${day}T06:00:00`, timeZone: 'UTC' });
const until = (day: string): Json => ({ dateTime: `${day}T15:00:00`, timeZone: 'UTC' });

const dayIn = ({ dateTime }: { readonly dateTime: string }): string => dateTime.slice(0, 10);

function settingOf(status: Status, first: string, last: string): Json {
  if (status !== 'scheduled') return { status };
  return { status, scheduledStartDateTime: from(first), scheduledEndDateTime: until(last) };
}

const dateField = (label: string): HTMLInputElement =>
  el('input', { type: 'date', 'aria-label': label });

/** What Outlook offers beside Teams: to answer by itself while one is away. Folded until it is wanted. */
export function repliesControl(person: PersonEntry): HTMLElement {
  const control = el('details', { class: 'replies' });
  if (!person.hasMailbox) return el('p', { class: 'replies' }, words.noMailbox);
  const summary = el('summary', {}, words.replies);
  const names = Object.entries(words.repliesStatus);
  const status = el(
    'select',
    { 'aria-label': words.replies, disabled: true },
    ...names.map(([value, name]) => el('option', { value }, name)),
  );
  const first = dateField(words.repliesFrom);
  const last = dateField(words.repliesTo);
  const dates = el('span', { class: 'replies-dates' }, first, last);
  const said = el('span', { role: 'status' });
  const draw = (): void => {
    dates.hidden = status.value !== 'scheduled';
  };
  const show = (kept: AutomaticReplies): void => {
    status.value = kept.status;
    // Nobody chooses before what is kept stands there.
    status.disabled = false;
    first.value = dayIn(kept.scheduledStartDateTime);
    last.value = dayIn(kept.scheduledEndDateTime);
    draw();
  };
  const save = async (): Promise<void> => {
    try {
      const setting = settingOf(status.value as Status, first.value, last.value);
      show(await tenantApi.setReplies(person.upn, setting));
      said.textContent = words.repliesSaved;
    } catch {
      said.textContent = words.error;
    }
  };
  status.addEventListener('change', draw);
  control.addEventListener('toggle', () => {
    if (!control.open) return;
    tenantApi.replies(person.upn).then(show, () => {
      said.textContent = words.error;
    });
  });
  const keep = button({ class: 'quiet' }, () => void save(), words.repliesSave);
  control.append(summary, status, dates, keep, said);
  return control;
}
