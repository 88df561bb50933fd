import { clauseName, type Law } from '@sallyport/core/law';
import type { Room } from '../../platform/actions/implement.ts';
import { implementAttempts } from './attempts.ts';
import { implementCampaignActs } from './campaign/acts.ts';
import { implementCampaignQueries } from './campaign/shown.ts';
import { implementCertificates } from './certificate/acts.ts';
import { implementPaper } from './certificate/paper.ts';
import { implementExemptions } from './exemption/acts.ts';
import { implementLessons } from './lessons.ts';
import { implementMine } from './mine.ts';
import { implementCoverage } from './overview/coverage.ts';
import { implementDue } from './overview/due.ts';
import { implementPackageActs } from './package/acts.ts';
import { implementRuns } from './package/runs.ts';
import { implementPackageQueries } from './package/shown.ts';
import type { EducationParts } from './parts.ts';
import { implementReopen } from './reopen.ts';
import { implementResult } from './result.ts';
import { implementSessionActs } from './session/acts.ts';
import { sessionQueries } from './session/shown.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { createLinks } from './certificate/links.ts';
export type { PublicCertificate } from './certificate/shown.ts';
export { createVerify } from './certificate/verify.ts';
export { educationTables } from './columns.ts';
export { createCourses } from './courses.ts';
export { lessonShown } from './lesson-shown.ts';
export { createDoor } from './package/door.ts';
export { createGivePackage, type GivePackage } from './package/give.ts';
export { packageActs } from './package/sign.ts';
export { learningOfPerson } from './rows-of-person.ts';
export { expectedAt } from './session/signers.ts';

/** Courses at the screen: lessons read, papers drawn and scored here, completions that meet duties, certificates. */
export function educationRoom({
  law,
  ...given
}: Omit<EducationParts, 'clauseName' | 'law'> & { readonly law: Law }): Room {
  const parts: EducationParts = { ...given, law, clauseName: (clause) => clauseName(law, clause) };
  const lessons = implementLessons(parts.courses);
  const attempts = implementAttempts(parts);
  const certificates = implementCertificates(parts);
  const exemptions = implementExemptions(parts);
  return {
    actions: [
      ...lessons.actions,
      ...attempts.actions,
      implementReopen(parts),
      ...certificates.actions,
      ...exemptions.actions,
      ...implementCampaignActs(parts),
      ...implementSessionActs(parts),
      ...implementPackageActs(parts),
      ...implementRuns(parts),
    ],
    queries: [
      ...lessons.queries,
      ...attempts.queries,
      implementMine(parts),
      implementResult(parts),
      ...certificates.queries,
      implementPaper(parts),
      ...implementCoverage(parts),
      implementDue(parts),
      ...exemptions.queries,
      ...implementCampaignQueries(parts),
      ...sessionQueries,
      ...implementPackageQueries(parts),
    ],
    words: { zh, en },
  };
}
