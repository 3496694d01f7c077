import { button, el } from './dom.ts';
import type { PersonEntry } from './tenantApi.ts';
import { tenantApi } from './tenantApi.ts';
import { words } from './words.ts';

type Change = 'install' | 'uninstall' | 'block' | 'unblock';

function changesFor({ installed, blocked }: PersonEntry): readonly Change[] {
  if (!installed) return ['install'];
  return [blocked ? 'unblock' : 'block', 'uninstall'];
}

/** What Teams offers under an app: to add it, to take it away, to shut its bot out. */
export function appControl(person: PersonEntry): HTMLElement {
  const status = el('span', { class: 'app-control-said', role: 'status' });
  const press = async (change: Change): Promise<void> => {
    try {
      await tenantApi.changeApp(change, person.upn);
    } catch {
      status.textContent = words.error;
      return;
    }
    // Everything on the page may be another now, as when Teams opens anew.
    location.reload();
  };
  return el(
    'div',
    { class: 'app-control', role: 'group', 'aria-label': words.app },
    ...changesFor(person).map((change) =>
      button({ class: 'quiet' }, () => void press(change), words.appChanges[change]),
    ),
    status,
  );
}
