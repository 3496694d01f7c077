import { z } from 'zod';
import { outcomes } from '#shared/domain/gates.ts';

z.config({ jitless: true });

const requestId = z.string().min(1).max(120);
const comment = z.string().max(20_000).default('');
const seat = z.string().max(60).optional();
/** Inputs and data of a card: only ids, a revision and what was typed. The actor is the sender. */
const about = { requestId, revision: z.number().int().min(0), comment, seat };

/** What the buttons of our cards send. Cards take their verbs from here, and the bot parses with it. */
export const cardAction = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('choose'),
    ...about,
    outcome: z.enum(outcomes),
    spread: z.boolean().default(false),
    rethink: z.boolean().default(false),
  }),
  z.object({ verb: z.literal('ask'), ...about }),
  z.object({ verb: z.literal('meeting'), ...about }),
  z.object({ verb: z.literal('lift'), ...about }),
  z.object({ verb: z.literal('toCommonPool'), ...about }),
  /** The lead's reply to a question. */
  z.object({ verb: z.literal('reply'), ...about, question: z.string().min(1).max(255) }),
  /** From a small next-step card: shows the choices after "rethink". */
  z.object({ verb: z.literal('rethinkChoices'), ...about }),
  /** Back from a small next-step card to all choices; what was typed comes along. */
  z.object({ verb: z.literal('back'), ...about }),
  /** Draws the card anew for whoever looks at it. */
  z.object({
    verb: z.literal('refresh'),
    ...about,
    /** The question, when it is the lead's card about one. */
    question: z.string().min(1).max(255).optional(),
  }),
]);

export type CardAction = z.infer<typeof cardAction>;
export type CardVerb = CardAction['verb'];
