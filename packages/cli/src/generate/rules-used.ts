import type { Cells } from './fact-writer.ts';

/** Rules of the packs that the synthetic register speaks of by name (rules-used.test.ts checks that they are there). */

export const waivable = {
  submission: 'org-policy/trip-submission-lead',
  letter: 'org-policy/designation-letter-kept',
  lead: 'org-policy/unit-lead-approval',
};

/** For how many days the synthetic organisation has asked for the agreement of a unit's lead to a trip. */
export const unitLeadAskedFor = 7;

/** Rules that put a record under review, and which records look as if they come under them. */
export const reviewable: readonly {
  readonly rule: string;
  readonly kind: string;
  readonly suspect: (cells: Cells) => boolean;
}[] = [
  {
    rule: 'cn-ssl-2024/carrier-in-the-post',
    kind: 'movement',
    suspect: ({ kind, cancelledOn }) => (kind === 'ordinaryMail' || kind === 'mailAbroad') && cancelledOn === undefined,
  },
  {
    rule: 'cn-cel-2023/unregistered-carrier',
    kind: 'copy',
    suspect: ({ registeredOn, destroyedOn, returnedOn }) =>
      registeredOn === undefined && destroyedOn === undefined && returnedOn === undefined,
  },
  {
    rule: 'cn-ssl-2024/level-on-plain-system',
    kind: 'system',
    suspect: ({ classified, level }) => classified === false && level !== null,
  },
  {
    rule: 'cn-pipl-2021/refusal-with-reasons',
    kind: 'rightsRequest',
    suspect: ({ reasonsGiven }) => reasonsGiven === false,
  },
];

/** Standing duties that somebody reviews every year, as `standingReview.duty` names them. */
export const standingDuties = [
  'cn-cel-2023.prevent-and-stop',
  'cn-cel-2023.support-and-assist',
  'cn-cel-2023.keep-work-secrets',
  'cn-cel-2023.government-precaution-publicity',
  'cn-cel-2023.no-special-equipment',
  'cn-cel-2023.key-unit-staff-management',
  'cn-cel-2023.co-operate-with-retrieval',
  'cn-cel-2023.truthful-information',
  'cn-cel-2023.network-risk-records',
  'cn-cel-2023.no-retaliation',
  'cn-civil-2021.no-covert-monitoring',
  'cn-civil-2021.personal-data-kept-safe',
  'cn-cq-2023.precautions-in-proportion',
  'cn-cq-2023.contact-abroad-by-consent',
  'cn-cq-2023.classified-material-kept-in-hand',
  'cn-labour-2012.questions-within-contract',
  'cn-labour-2012.no-papers-held',
  'cn-labour-2012.fair-non-compete',
  'cn-mss-2021.people-place-technology',
  'cn-mss-2021.measures-during-inspection',
  'cn-nsl-2015.safeguard-national-security',
  'cn-nsl-2015.facilitate-and-give-evidence',
  'cn-nsl-2015.no-help-to-those-who-endanger',
  'cn-pipl-2021.data-minimisation',
  'cn-pipl-2021.published-handling-rules',
  'cn-pipl-2021.voluntary-consent',
  'cn-pipl-2021.no-machine-verdict',
  'cn-pipl-2021.no-unlawful-publication',
  'cn-pipl-2021.cameras-for-safety-only',
  'cn-pipl-2021.technical-protection',
  'cn-pipl-2021.officer-above-volume',
  'cn-pipl-2021.deletion-when-due',
  'cn-pipl-2021.state-organ-limits',
  'cn-pipl-2021.storage-in-china',
  'cn-rwd-2022.reporter-confidentiality',
  'cn-rwd-2022.no-retaliation-against-staff',
  'cn-rwd-2022.nothing-left-out-or-hidden',
  'cn-ssir-2024.leaders-answer-for-secrecy',
  'cn-ssir-2024.classification-power-in-writing',
  'cn-ssir-2024.carriers-by-proper-channel',
  'cn-ssir-2024.foreign-access-supervised',
  'cn-ssir-2024.qualification-used-properly',
  'cn-ssir-2024.qualification-conditions-kept',
  'cn-ssl-2024.data-aggregation-guarded',
  'cn-ssl-2024.no-unprotected-copying-or-sending',
  'cn-ssl-2024.security-programs-kept',
];
