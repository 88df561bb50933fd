import { formatDay } from '@sallyport/core/calendar';
import { implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { correctNow, kindNamed } from '../register/index.ts';
import { cancelHandover } from './contract.ts';
import type { PrivacyParts } from './parts.ts';
import { findRoute, routeExists } from './store/handovers.ts';
import { wholeOrganisation } from './whole-organisation.ts';

export const implementCancelHandover = ({ endTokensUnder }: Pick<PrivacyParts, 'endTokensUnder'>) =>
  implementAction(cancelHandover, {
    place: wholeOrganisation,
    async handle(context, { handover, reason }) {
      const { tx, today, now } = context;
      const day = formatDay(today);
      if (!(await routeExists(tx, handover))) return refuse('request.not-found');
      if ((await findRoute(tx, handover, day)) === null) return refuse('privacy.already-ended');
      await correctNow(context, kindNamed('handover'), handover, { fields: { cancelledOn: day }, reason });
      const tokensEnded = await endTokensUnder(tx, handover, new Date(now / 1000));
      return {
        output: { handover, tokensEnded },
        entry: { subject: `handover/${handover}`, fields: { cancelledOn: day, reason, tokensEnded } },
      };
    },
  });
