import type { Place } from '@sallyport/core/access';
import { implementAction, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { textOf } from '../../platform/mail/letter.ts';
import type { Sealer } from '../../platform/secrets/sealer.ts';
import { handOn, outbox, sendAgain } from './contract.ts';
import { sendMail } from './post.ts';
import { letterOf } from './send.ts';
import { listOutbox, mailExists, settleMail, waitAgain } from './store.ts';

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

/** Of very many the rest waits for the next time. */
const mostAtOnce = 500;

export const implementSendAgain = (mailServer: boolean) =>
  implementAction(sendAgain, {
    place: wholeOrganisation,
    async handle({ tx, send }, { letter }) {
      if (letter !== null && !(await mailExists(tx, letter))) return refuse('request.not-found');
      if (!mailServer) return refuse('notices.no-mail-server');
      const letters = await waitAgain(tx, letter, mostAtOnce);
      if (letters.length === 0) return refuse('notices.settled');
      for (const id of letters) await send(sendMail, { letter: id });
      return {
        output: { sending: letters.length },
        entry: { subject: letter === null ? 'letters' : `letter/${letter}`, fields: { sending: letters.length } },
      };
    },
  });
