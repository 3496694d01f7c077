import { expect, it } from 'vitest';
import { benefitNowBy } from '#shared/domain/benefits/now.ts';
import { askByClock } from '#shared/useCases/benefits/askByClock.ts';
import { loadSampleBenefits } from '../../infra/sample/benefits.ts';
import { furnish } from '../builders/portfolio.ts';
import { aProject } from '../builders/request.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

const projects = ['P026', 'P055', 'P070', 'P071', 'P087', 'P102', 'P123'];

it('are filled in though the server that runs beside asks of a later month meanwhile', async () => {
  const deps = testDeps();
  furnish(deps.stores);
  deps.stores.projects.put(
    ...projects.map((id) =>
      aProject({ id, title: id, phase: 'operation', status: 'operating', ownerId: 'owner' }),
    ),
  );
  const { benefits } = deps.stores;
  const insert = benefits.insert.bind(benefits);
  benefits.insert = async (event) => {
    const inserted = await insert(event);
    // Its clock says today, and a year has gone.
    if (event.kind === 'asked' && event.month === 6) await askByClock(deps, event.benefitId);
    return inserted;
  };
  await loadSampleBenefits({ deps, settled: deps.settle });
  const ids = [...new Set(benefits.all().map(({ value }) => value.benefitId))];
  const all = ids.map((id) =>
    benefitNowBy(
      id,
      benefits.where('benefitId', id).map(({ value }) => value),
    ),
  );
  const floors = all.find((one) => one?.terms?.title === 'Mindre tid til gulve');
  expect(floors?.answers.map(({ month, value }) => [month, value])).toEqual([
    [3, 60_000],
    [12, 125_000],
  ]);
  expect(all).toHaveLength(9);
});
