import type { GraphClient } from '#shared/graph/client.ts';
import type { Call } from '#shared/graph/reply.ts';
import type { Site } from '#shared/graph/site.ts';
import { Fault } from '#shared/useCases/ports.ts';
import type { ColumnDefinition, DeclaredList } from './declared.ts';
import { isRepairable, planOf, type SiteList, type Step } from './plan.ts';
import { readSiteLists } from './siteLists.ts';

export type Provisioning = {
  readonly client: GraphClient;
  readonly site: Site;
  readonly lists: readonly DeclaredList[];
};

const mostRounds = 4;

export const planFor = async (given: Provisioning): Promise<readonly Step[]> => {
  const names = given.lists.map((list) => list.name);
  return planOf(given.lists, await readSiteLists(given.client, given.site, names));
};

/**
 * Does what the plan says, then looks again until nothing is left: a list that was just made still
 * wants its title, and a step whose answer was lost is seen for what it was.
 */
export const apply = async (
  given: Provisioning,
  onStep: (step: Step) => void = () => undefined,
): Promise<readonly Step[]> => {
  for (let round = 1; ; round += 1) {
    const lists = await readSiteLists(
      given.client,
      given.site,
      given.lists.map((list) => list.name),
    );
    const plan = planOf(given.lists, lists);
    const doable = plan.filter(isRepairable);
    if (doable.length === 0) {
      given.site.forget();
      return plan;
    }
    for (const step of doable) {
      await doStep(given, lists, step, round);
      onStep(step);
    }
  }
};

const doStep = async (
  given: Provisioning,
  lists: readonly SiteList[],
  step: Step,
  round: number,
): Promise<void> => {
  try {
    await given.client.ask(callOf(`/sites/${await given.site.id()}/lists`, lists, step));
  } catch (cause) {
    const lost = cause instanceof Fault && cause.code === 'graph.unavailable';
    if (!lost || round >= mostRounds) throw cause;
  }
};

const callOf = (base: string, lists: readonly SiteList[], step: Step): Call => {
  const write = { units: 2, priority: 'write' } as const;
  if (step.type === 'createList')
    return { ...write, method: 'POST', path: base, body: listBody(step.list) };
  const id = lists.find((list) => list.name.toLowerCase() === step.list.name.toLowerCase())?.id;
  const list = `${base}/${id}`;
  if (step.type === 'titleList')
    return { ...write, method: 'PATCH', path: list, body: { displayName: step.list.title } };
  if (step.type === 'addColumn')
    return { ...write, method: 'POST', path: `${list}/columns`, body: columnBody(step.column) };
  const path = `${list}/columns/${step.columnId}`;
  return { ...write, method: 'PATCH', path, body: patchOf(step.type, step.column) };
};

/** Made under its English name, which becomes its address; the title people see comes after. */
const listBody = (list: DeclaredList): unknown => ({
  displayName: list.name,
  list: { template: list.template },
  columns: list.columns.filter((column) => column.name !== 'Title').map(columnBody),
});

const columnBody = ({ facet, ...column }: ColumnDefinition): unknown => ({ ...column, ...facet });

const patchOf = (type: Step['type'], column: ColumnDefinition): unknown => {
  if (type === 'titleColumn') return { displayName: column.displayName };
  if (type === 'makeUnique') return { indexed: true, enforceUniqueValues: true };
  if (type === 'addIndex') return { indexed: true };
  return column.facet;
};
