import type { Step } from '#shared/domain/steps.ts';
import { isLong } from '../../builders/long.ts';
import type { GraphSite } from './graphSite.ts';

/** A step that is short to say; what a test is about is given. */
export const aStep = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  projectId: 'p1',
  code: 'evaluation',
  done: false,
  doneByName: '',
  doneAt: null,
  responsible: '',
  responsibleId: null,
  due: null,
  link: '',
  version: '',
  minutes: null,
  note: '',
  files: [],
  lastChange: null,
  ...more,
});

/** What the tenant itself holds, asked outside the adapter. */
export const itemsAtSource = async (
  site: GraphSite,
  name: string,
): Promise<readonly { id: string; eTag: string; fields: Record<string, unknown> }[]> => {
  const { client, site: ids } = site.connect();
  const found = [];
  for await (const item of client.pages(`${await ids.pathOf(name)}/items?$expand=fields`, 2))
    found.push(item as { id: string; eTag: string; fields: Record<string, unknown> });
  return found;
};

export const keysAtSource = async (site: GraphSite, name: string): Promise<readonly string[]> =>
  (await itemsAtSource(site, name)).map((item) => String(item.fields['Key']));

export const patience = isLong ? 20 * 60_000 : 60_000;
