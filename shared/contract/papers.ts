import { z } from 'zod';
import type { Door } from '#shared/domain/gates.ts';
import type { PaperContent, ProjectFacts } from '#shared/domain/papers/content.ts';
import type { PaperTemplatesChange } from '#shared/domain/papers/making.ts';
import type { PaperVersion } from '#shared/domain/papers/now.ts';
import {
  answers,
  type PaperCode,
  type PaperField,
  paperCodes,
} from '#shared/domain/papers/paper.ts';
import type { PaperTemplate, PaperTemplates } from '#shared/domain/papers/template.ts';
import type { Phase } from '#shared/domain/phase.ts';

z.config({ jitless: true });

/** A field as somebody has written it, and what a change of it is made on. */
export type WrittenField = Pick<
  PaperField,
  'field' | 'text' | 'answer' | 'rows' | 'byId' | 'byName' | 'at'
> & { readonly revision: string };

/** What was asked on a version, or decided on it. */
export type Bound = {
  readonly type: 'gate' | 'owner' | 'chef';
  /** The version asked about; null when it was another paper than ours. */
  readonly version: number | null;
  /** The version as it was named. */
  readonly named: string;
  readonly link: string;
  /** Who answers, or answered. */
  readonly whom: readonly string[];
  readonly isOpen: boolean;
};

/** A paper as one person sees it. */
export type PaperReply = {
  readonly asOf: string;
  readonly paper: PaperCode;
  readonly project: { readonly id: string; readonly title: string; readonly phase: Phase };
  readonly template: PaperTemplate;
  readonly facts: ProjectFacts;
  readonly fields: readonly WrittenField[];
  /** Oldest first. */
  readonly versions: readonly PaperVersion[];
  /** Sent along when a version is saved. */
  readonly revision: number;
  /** Something is written that is in no version. */
  readonly hasDraft: boolean;
  readonly bound: readonly Bound[];
  /** The step points to a paper that was written elsewhere. */
  readonly outside: { readonly link: string; readonly version: string } | null;
  readonly mayWrite: boolean;
  /** Who may, for those who may not. */
  readonly writers: readonly string[];
  readonly mayChangeTemplate: boolean;
};

/** A paper as a line of the project's page. */
export type PaperLine = {
  readonly paper: PaperCode;
  /** The latest version saved here; null when there is none. */
  readonly version: Pick<PaperVersion, 'version' | 'byName' | 'at'> | null;
  readonly hasDraft: boolean;
  /** The paper the step points to was written elsewhere. */
  readonly isOutside: boolean;
  /** The version that the gate was asked on last, as it is named; null when it never was. */
  readonly boundTo: {
    readonly gate: Door;
    readonly named: string;
    readonly isOpen: boolean;
  } | null;
};

/** A version in full. */
export type PaperVersionReply = { readonly version: PaperVersion; readonly content: PaperContent };

/** 409: somebody else wrote in the same field meanwhile; null when it is gone. */
export type PaperFieldClash = { readonly current: WrittenField | null };

/** What the papers ask; sent back with the revision it was read on. */
export type PaperTemplatesReply = {
  readonly revision: string;
  readonly templates: PaperTemplates;
};

/** Who made them otherwise, and when; the latest first. */
export type PaperChangesReply = { readonly changes: readonly PaperTemplatesChange[] };

const text = z.string().max(30_000);

/** PUT /api/projects/:id/papers/:paper/fields/:field */
export const putPaperField = z.strictObject({
  revision: z.string().max(200),
  value: z.strictObject({
    text: text.default(''),
    answer: z.enum(answers).nullable().default(null),
    rows: z
      .array(z.record(z.string().max(40), z.string().max(2_000)))
      .max(100)
      .default([]),
  }),
});

/** POST /api/projects/:id/papers/:paper/versions */
export const postPaperVersion = z.strictObject({ seen: z.number().int().min(0) });

const names = z.record(z.string().max(60), z.string().max(600));
const template = z.strictObject({
  headings: names,
  helps: names,
  off: z.array(z.string().max(60)).max(100),
  own: z.record(z.string().max(60), z.string().max(60)).optional(),
  order: z.record(z.string().max(60), z.array(z.string().max(60)).max(100)).optional(),
});

/** PATCH /api/settings/papers */
export const patchPaperTemplates = z.strictObject({
  revision: z.string().max(200),
  templates: z.record(z.enum(paperCodes), template),
});
