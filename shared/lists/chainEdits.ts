import { type ChainEvent, chainEditKinds } from '#shared/domain/chain/edit.ts';
import { chainVersions } from '#shared/domain/chain/versions.ts';
import { phases } from '#shared/domain/phase.ts';
import { isChainOp } from './acceptChain.ts';
import {
  choice,
  indexed,
  instant,
  json,
  key,
  optional,
  text,
  unique,
  wholeNumber,
} from './column.ts';
import { defineRecord } from './list.ts';

/** Every edit of a project's effect chain, numbered. Never edited. */
export const chainEdits = defineRecord<ChainEvent>('ChainEdits', 'Effektkæder', {
  id: unique(key('Nøgle')),
  cause: unique(key('Årsag')),
  seq: wholeNumber('Løbenummer'),
  projectId: indexed(key('Projekt, nøgle')),
  kind: choice('Hændelse', chainEditKinds),
  byId: text('Person, id'),
  byName: text('Person'),
  at: instant('Sket den'),
  phase: choice('Projektets fase', phases),
  version: optional(choice('Udgave', chainVersions)),
  op: optional(json('Ændring', isChainOp)),
  back: optional(json('Fortrydes med', isChainOp)),
});
