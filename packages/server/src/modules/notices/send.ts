import type { RunAction } from '../../platform/actions/runner.ts';
import type { JobDefinition } from '../../platform/jobs/definition.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import type { Metrics } from '../../platform/metrics/metrics.ts';
import type { Sealer } from '../../platform/secrets/sealer.ts';
import { type LeaveParts, leaveFor } from './leave.ts';
import { placeOfLink, sendMail } from './post.ts';
import { type Mail, noteHandover, setAside, settleMail, waitingMail } from './store.ts';

export type SendParts = LeaveParts & {
  readonly sealer: Sealer;
  readonly mailer: Mailer;
  readonly metrics: Pick<Metrics, 'mail'>;
};

/** The letter of a row; null where it has neither address nor link any more. */
export function letterOf(sealer: Sealer, { id, address, template, language, link }: Mail): Letter | null {
  const opened = link === null ? null : sealer.open(link, placeOfLink(id));
  if (address === null || opened === null) return null;
  return {
    id,
    to: address,
    template,
    languages: language === null ? ['zh', 'en'] : [language],
    link: opened.toString('utf8'),
  };
}

/** Where there is no mail server a letter goes nowhere. */
const inHouse = { leaves: 'inside' } as const;

/** Sent again where the program ended between sending and writing it down: the message id is the same. */
export function sendJob(runAction: RunAction, parts: SendParts): JobDefinition {
  const { database, clock, sealer, mailer, metrics } = parts;
  return {
    name: sendMail,
    run: async (org, payload) => {
      const id = String(payload['letter']);
      const mail = await database.inOrganisation(org, (tx) => waitingMail(tx, id));
      const letter = mail === null ? null : letterOf(sealer, mail);
      if (mail === null || letter === null) return;
      const leave = mailer.leaves ? await leaveFor(parts, runAction, org, letter.to) : inHouse;
      if (leave === null) {
        await database.inOrganisation(org, (tx) => setAside(tx, id, 'kept', 'mail.handover-first'));
        return;
      }
      const delivery = await mailer.send(letter);
      metrics.mail({ template: mail.template, outcome: delivery.outcome });
      await database.inOrganisation(org, async (tx) => {
        if (delivery.outcome === 'delivered') {
          await settleMail(tx, id, 'sent', new Date(clock.now() / 1000));
          if (leave.leaves === 'under') await noteHandover(tx, id, leave.handover);
        }
        if (delivery.outcome === 'kept') await setAside(tx, id, 'kept', null);
        if (delivery.outcome === 'refused') await setAside(tx, id, 'refused', delivery.code);
      });
      if (delivery.outcome === 'failed') throw Object.assign(new Error(delivery.code), { code: delivery.code });
    },
  };
}
