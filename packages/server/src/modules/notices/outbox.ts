import type { Place } from '@sallyport/core/access';
import { implementAction, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { textOf } from '../../platform/mail/letter.ts';
import type { Sealer } from '../../platform/secrets/sealer.ts';
import { handOn, outbox } from './contract.ts';
import { letterOf } from './send.ts';
import { listOutbox, mailExists, settleMail } from './store.ts';

const wholeOrganisation = async (): Promise<Place> => ({ person: null, unit: null });

export const implementOutbox = (sealer: Sealer) =>
  implementQuery(outbox, {
    place: wholeOrganisation,
    async answer({ tx }, { cursor, limit }) {
      if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor)) return refuse('notices.bad-cursor');
      const found = await listOutbox(tx, cursor ?? null, limit);
      const shown = found.slice(0, limit);
      const items = shown.map((mail) => {
        // An administrator alone must not hold a link that takes over somebody's account (PEOPLE.md, "Two persons").
        const letter = mail.template === 'recovery' ? null : letterOf(sealer, mail);
        const { id, account, name, address, template, state, code, madeAt } = mail;
        return {
          letter: id,
          account,
          name,
          address,
          template,
          state,
          code,
          madeAt: madeAt.toISOString(),
          text: letter === null ? null : textOf(letter),
        };
      });
      return {
        output: { items, next: found.length > limit ? (shown.at(-1)?.id ?? null) : null },
        persons: shown.flatMap(({ person }) => person ?? []),
      };
    },
  });

export const handOnAction = implementAction(handOn, {
  place: wholeOrganisation,
  async handle({ tx, now }, { letter }) {
    if (!(await mailExists(tx, letter))) return refuse('request.not-found');
    if ((await settleMail(tx, letter, 'handed-on', new Date(now / 1000))) === 0) return refuse('notices.settled');
    return { output: {}, entry: { subject: `letter/${letter}`, fields: {} } };
  },
});
